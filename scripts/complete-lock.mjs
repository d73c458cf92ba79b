/**
 * Names every optional package in package-lock.json, also those that the registry at hand does not
 * have: npm leaves them out when it writes the file, and `npm ci` then calls the file out of step.
 * An entry with the platform and no address is enough, for npm passes over other platforms' packages.
 */
import { readFileSync, writeFileSync } from 'node:fs'

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */

const PLATFORM = /android|darwin|linux|win32|freebsd|netbsd|openbsd|sunos|aix|openharmony/
const PROCESSOR = /arm64|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el|wasm32|arm/

/**
 * @param {Record<string, Entry>} packages as the lock file has them, by path
 * @returns {Record<string, Entry>} the entries that are missing
 */
export function missingEntries(packages) {
  /** @type {Record<string, Entry>} */
  const missing = {}
  for (const [path, entry] of Object.entries(packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isThere(packages, path, name)) continue
      const [os] = PLATFORM.exec(name) ?? []
      const [cpu] = PROCESSOR.exec(name) ?? []
      missing[`node_modules/${name}`] = {
        version: version.replace(/^[\^~]/, ''),
        ...(cpu ? { cpu: [cpu] } : {}),
        ...(entry.dev ? { dev: true } : {}),
        ...(name.includes('musl')
          ? { libc: ['musl'] }
          : name.includes('-gnu')
            ? { libc: ['glibc'] }
            : {}),
        optional: true,
        ...(os ? { os: [os] } : {}),
      }
    }
  return missing
}

/**
 * Looks as Node does: beside the package, then ever further out.
 * @param {Record<string, Entry>} packages
 * @param {string} path
 * @param {string} name
 */
function isThere(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

if (import.meta.filename === process.argv[1]) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const missing = missingEntries(lock.packages)
  const paths = Object.entries({ ...lock.packages, ...missing })
  lock.packages = Object.fromEntries(paths.sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} optional packages added`)
}
