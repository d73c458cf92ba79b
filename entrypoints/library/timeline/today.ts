/** Today in the reader's zone, `YYYY-MM-DD`. */
export const today = (): string => new Intl.DateTimeFormat('sv').format(new Date())
