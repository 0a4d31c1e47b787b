/** Read by drizzle-kit, once for each engine: migrations/generate.mjs sets DIALECT and MIGRATIONS. */
import { defineConfig } from 'drizzle-kit'

const dialect = process.env.DIALECT === 'postgres' ? 'postgres' : 'sqlite'

export default defineConfig({
  dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
  schema: './migrations/schema.cjs',
  out: process.env.MIGRATIONS ?? `./migrations/${dialect}`,
})
