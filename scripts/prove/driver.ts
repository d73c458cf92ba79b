/** Serves the page that is killed, on this machine alone, and keeps what it acknowledged. */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Corpus } from '../bench/corpus'
import type { Acknowledged } from './findings'

const ARTICLE_LENGTH = 1_500

/** The page's server, and what it was told. */
export class Driver {
  readonly acknowledged = new Map<string, Acknowledged>()
  /** The last text of a note that was written; null before there was one. */
  typed: string | null = null
  #file = Buffer.alloc(0)
  #begun: () => void = () => {}
  origin = ''
  #close: () => void = () => {}

  constructor(
    readonly corpus: Corpus,
    readonly engine: Uint8Array,
  ) {}

  async listen(): Promise<void> {
    const bundled = await build({
      entryPoints: [fileURLToPath(new URL('./kill-page.ts', import.meta.url))],
      bundle: true,
      format: 'iife',
      target: 'es2023',
      write: false,
    })
    const script = bundled.outputFiles[0]?.text ?? ''
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      // A browser that is killed in the middle of a request is what this is all about.
      try {
        for await (const chunk of request) chunks.push(chunk as Buffer)
      } catch {
        return
      }
      const url = new URL(request.url ?? '/', 'http://localhost')
      const post = request.method === 'POST'
      if (url.pathname === '/page.js') return response.end(script)
      if (url.pathname === '/engine.bin') return response.end(this.engine)
      if (url.pathname === '/articles') return response.end(JSON.stringify(this.#articles(url)))
      if (url.pathname === '/begin') this.#begun()
      if (url.pathname === '/typed')
        this.typed = JSON.parse(Buffer.concat(chunks).toString()) as string
      if (url.pathname === '/file' && post) this.#file = Buffer.concat(chunks)
      if (url.pathname === '/file' && !post) return response.end(this.#file)
      if (url.pathname === '/acknowledge') {
        const acknowledged = JSON.parse(Buffer.concat(chunks).toString()) as Acknowledged
        this.acknowledged.set(acknowledged.url, acknowledged)
      }
      if (post) return response.end('{}')
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return response.end('<!doctype html><title>proof</title><script src="/page.js"></script>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    this.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    this.#close = () => {
      server.close()
      server.closeAllConnections()
    }
  }

  /** Resolves at the next moment at which the page begins to write. */
  begun(): Promise<void> {
    return new Promise((resolve) => {
      this.#begun = resolve
    })
  }

  close(): void {
    this.#close()
  }

  #articles(url: URL) {
    const [from, to] = [Number(url.searchParams.get('from')), Number(url.searchParams.get('to'))]
    return Array.from({ length: to - from }, (_, i) =>
      this.corpus.article(from + i, ARTICLE_LENGTH),
    )
  }
}
