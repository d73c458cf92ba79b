/** Makes a fresh checkout ready: packages as the lock file names them, and the right Node first on PATH. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const BIN = join(ROOT, 'node_modules', '.bin')

/** npm keeps what it installed in node_modules/.package-lock.json: compare it with what is wanted. */
function packagesAreCurrent() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages
  const want = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  )
}

/**
 * Runs a program of this project with its own Node; output goes to the terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether it succeeded
 */
export function run(command, args, env = {}) {
  const PATH = `${BIN}${delimiter}${process.env.PATH ?? ''}`
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env, PATH },
    // npm and the packages' commands are .cmd files on Windows.
    shell: process.platform === 'win32',
  })
  return status === 0
}

/** Installs what is missing. Ends the process with a plain word where that fails. */
export function ensurePackages() {
  if (packagesAreCurrent()) return
  console.log('Installing packages …')
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) return
  console.error(
    'npm ci failed: see above. Node 20 or later and access to the npm registry are needed.',
  )
  process.exit(1)
}
