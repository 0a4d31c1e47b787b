// What drizzle-kit reads: every table of src/storage/tables.ts in one engine's spelling. CommonJS, because an ES
// module cannot export a list it does not know, and a list kept by hand would be forgotten.
const { defineTables } = require('../src/storage/tables.ts')
const { postgresColumns, sqliteColumns } = require('../src/storage/columns.ts')

module.exports = defineTables(process.env.DIALECT === 'postgres' ? postgresColumns : sqliteColumns)
