/** The library page's own connection; every other surface asks the background. */
import { openDatabase } from '../../lib/db/database'

export const db = openDatabase()
