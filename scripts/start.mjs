/** `npm start`: from a fresh checkout to a browser with Bunmyaku on a demo article. */
import { ensureBrowsers, findBrowser } from './browsers.mjs'
import { ensurePackages, run } from './setup.mjs'

ensurePackages()
if (!findBrowser('chromium') && !findBrowser('firefox')) ensureBrowsers(['chromium'])
const family = findBrowser('chromium') ? 'chromium' : findBrowser('firefox') ? 'firefox' : null
// ensureBrowsers has said what to install.
if (!family) process.exit(1)
const built = run('npm', ['run', '--silent', 'build'])
process.exit(built && run('tsx', ['scripts/demo.ts', family]) ? 0 : 1)
