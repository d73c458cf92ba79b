/** Whose part of a host an address lies in, where many write under one host. */
import { authorsByPath } from '../../assets/page/addresses.json'

/** Hosts whose paths begin with an author, and how many segments name one. */
const BY_PATH: Readonly<Record<string, number>> = authorsByPath

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
