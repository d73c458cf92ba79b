/** What one publisher's pages look like: named by shape, never by a class name that a build hashes. */
export interface Site {
  /** Host names; each stands for its subdomains too. */
  hosts: string[]
  /** Path prefix, where a host holds more than one kind of page. */
  path?: string
  /** Selectors of the headline, best first. */
  headline?: string[]
  /** Selectors of the body, best first: every element that the first fruitful one matches. */
  body?: string[]
  /** Selector of what stands inside the body without being the article. */
  drop?: string
  /** Name of the publisher, where pages do not tell it or tell another. */
  publisher?: string
}
