/** Where BitMart's partners are, by country. A language stands for a region where it is spoken there most. */
import { ourWords } from './words.js'

/** Countries by their ISO 3166-1 codes. */
function region(id: string, languages: readonly string[], countries: string) {
  return { id, words: ourWords(`region-${id}`), languages, countries: countries.split(' ') }
}

export const bitmartRegions = [
  region(
    'europe',
    ['de', 'fr', 'it', 'pl', 'nl', 'ro', 'cs', 'hu', 'sv', 'da', 'fi', 'el', 'bg', 'hr', 'uk'],
    'AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK UA',
  ),
  region('cis', ['ru', 'kk', 'uz', 'hy', 'az', 'ky', 'tg'], 'AM AZ BY GE KG KZ RU TJ TM UZ'),
  region('mena', ['ar', 'fa', 'tr', 'he'], 'AE BH DZ EG IL IQ JO KW LB LY MA OM QA SA TN TR YE'),
  region('africa', ['sw', 'ha', 'yo', 'am'], 'AO BJ BW CI CM ET GH KE MG ML MZ NA NG RW SN TZ UG ZA ZM ZW'),
  region('south-asia', ['hi', 'bn', 'ur', 'ta', 'te', 'si', 'ne'], 'BD BT IN LK MV NP PK'),
  region('east-asia', ['zh', 'ja', 'ko', 'mn'], 'HK JP KR MN MO TW'),
  region('sea', ['vi', 'th', 'id', 'ms', 'tl', 'my', 'km'], 'BN ID KH LA MM MY PH SG TH TL VN'),
  region('latam', ['es', 'pt'], 'AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV UY VE'),
  region('north-america', ['en'], 'CA US'),
]
