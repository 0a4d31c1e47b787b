/** Regions, and which countries and languages belong to each. */
import { z } from 'zod'
import { identifier, languageTag, refuseTwice, wordsSchema } from './words.js'

/** What people choose for all regions; no region can be called so. */
export const EVERY_REGION = 'all'

const region = z.strictObject({
  id: identifier,
  words: wordsSchema(60),
  /** ISO 3166-1, two capital letters. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'a country of two capital letters such as "BR" (ISO 3166-1)'))
    .default([]),
  /** Of people whose country is not known. */
  languages: z.array(languageTag).default([]),
  /** Where this region's people are helped, beside the programme's own contacts. */
  contact: z.strictObject({ label: wordsSchema(60), url: z.url('a web address') }).optional(),
})
export type Region = z.infer<typeof region>

/** A country or a language in two regions would make chance decide. */
export const regionsSchema = z
  .array(region)
  .max(24)
  .superRefine((regions, context) => {
    refuseTwice(
      'the region',
      regions.map(({ id }) => id),
      context,
    )
    refuseTwice(
      'the country',
      regions.flatMap(({ countries }) => countries),
      context,
    )
    refuseTwice(
      'the language',
      regions.flatMap(({ languages }) => languages),
      context,
    )
  })

/**
 * The region of somebody: that of the country (ISO 3166-1, any case), where one is known and has a region,
 * else of the language (`pt-BR` is `pt` where no region names it). Undefined: no region is meant for them.
 */
export function regionFor(
  { country, language }: { country?: string | undefined; language?: string | undefined },
  regions: readonly Region[],
): Region | undefined {
  const land = country?.toUpperCase()
  const byCountry = regions.find(({ countries }) => land !== undefined && countries.includes(land))
  return byCountry ?? (language === undefined ? undefined : regionOfLanguage(language, regions))
}

function regionOfLanguage(language: string, regions: readonly Region[]): Region | undefined {
  const [base = ''] = language.split('-')
  return [language, base]
    .map((tag) => regions.find(({ languages }) => languages.includes(tag)))
    .find((one) => one !== undefined)
}
