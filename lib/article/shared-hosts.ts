/** Whose part of a host an address lies in, where many write under one host. */

/** Hosts whose paths begin with an author, and how many segments name one. */
const BY_PATH: Readonly<Record<string, number>> = {
  'note.com': 1,
  'medium.com': 1,
  'ameblo.jp': 1,
  'qiita.com': 1,
  'zenn.dev': 1,
  'd.hatena.ne.jp': 1,
  'b.hatena.ne.jp': 1,
  'blog.goo.ne.jp': 1,
  'blog.livedoor.jp': 1,
  'plaza.rakuten.co.jp': 1,
  'blogs.yahoo.co.jp': 1,
  'geocities.jp': 1,
  'geocities.co.jp': 2,
  'homepage1.nifty.com': 1,
  'homepage2.nifty.com': 1,
  'homepage3.nifty.com': 1,
  'sites.google.com': 2,
  'docs.google.com': 3,
  'storage.googleapis.com': 1,
  'github.com': 1,
  'gist.github.com': 1,
  'gitlab.com': 1,
  'raw.githubusercontent.com': 1,
  'hackmd.io': 1,
  'scrapbox.io': 1,
  'facebook.com': 1,
  'x.com': 1,
  'twitter.com': 1,
  'threads.net': 1,
  'threads.com': 1,
  'instagram.com': 1,
  'tumblr.com': 1,
  'substack.com': 1,
  'web.archive.org': 9,
}

/** `/~name/`, `/@name/`, `/users/name/`: so are authors parted on any host. */
const MARKED = /^\/(?:.*\/)?(~[^/]+|@[^/]+|(?:users?|u|byline|members)\/[^/]+)(?:\/|$)/i

/**
 * The author's part of an address' host, '' where all of the host is one site's.
 *
 * @param bare the host is a public suffix itself (`s3.amazonaws.com`), so that its paths are parted
 */
export function authorIn({ hostname, pathname }: URL, bare: boolean): string {
  const depth = BY_PATH[hostname.replace(/^(www|m|mobile|sp)\./, '')] ?? (bare ? 1 : 0)
  const part = pathname
    .split('/')
    .slice(1, depth + 1)
    .join('/')
  return (part || (MARKED.exec(pathname)?.[1] ?? '')).toLowerCase()
}
