/** Takes out of Preact the one place that sets HTML from a string: nothing of ours may ever do so. */
import type { Plugin } from 'vite'

/** Preact's answer to `dangerouslySetInnerHTML`, as its build has it. */
const SETS = /(\w)\?\([^?]*\.innerHTML=\1\.__html\),\w\.__k=\[\]\):/

/** @throws Error in the build where Preact has it no longer as it had: then this is to be read anew. */
export const noInnerHtml = (): Plugin => ({
  name: 'no-inner-html',
  transform(code, id) {
    if (!id.includes('/preact/') || !code.includes('innerHTML=')) return null
    if (!SETS.test(code)) throw new Error(`${id} sets HTML in a way that is not known`)
    return { code: code.replace(SETS, '$1?(()=>{throw Error("HTML")})():'), map: null }
  },
})
