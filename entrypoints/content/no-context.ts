/**
 * Stands in for WXT's context of a content script (an alias in `wxt.config.ts`).
 *
 * WXT's own announces itself on the page's document, where the page hears it and can forge it, and
 * costs a kibibyte. `session.ts` finds out itself that the extension is gone.
 */
export class ContentScriptContext {}
