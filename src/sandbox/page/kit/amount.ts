/** Amounts as the bot writes them, so that a receipt and a row of the ledger can be compared by eye. */
const NO_BREAK_SPACE = '\u00A0'

/**
 * `1,234.50 USDT` out of `1234.5`: decimals in pairs, a point before them in every language, thousands never
 * set apart by one. Exact: the text is never a number.
 */
export function amountText(amount: string, asset: string, language: string): string {
  const [whole = '', rest = ''] = amount.split('.')
  const decimals = rest.length + (rest.length % 2)
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  const exact = (rest === '' ? whole : `${whole}.${rest}`) as Intl.StringNumericLiteral
  return format.formatToParts(exact).map(partShown).join('') + NO_BREAK_SPACE + asset
}

function partShown({ type, value }: Intl.NumberFormatPart): string {
  if (type === 'decimal') return '.'
  return type === 'group' && value === '.' ? NO_BREAK_SPACE : value
}
