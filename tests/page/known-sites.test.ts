import { describe, expect, it } from 'vitest'
import groups from '../../assets/sites/known.json'
import ja from '../../public/_locales/ja/messages.json'

const hosts = groups.flatMap(({ sites }) => sites.map(({ host }) => host))

describe('the list of known sites', () => {
  it('names each host once, as a match pattern takes it', () => {
    expect(new Set(hosts).size).toBe(hosts.length)
    for (const host of hosts) expect(host).toMatch(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  })
  it('has a word for each group', () => {
    for (const { group } of groups)
      expect(Object.keys(ja)).toContain(`group${group.charAt(0).toUpperCase()}${group.slice(1)}`)
  })
})
