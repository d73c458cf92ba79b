/** Today in the reader's zone, `YYYY-MM-DD`. */
export const today = (now: Date = new Date()): string => new Intl.DateTimeFormat('sv').format(now)
