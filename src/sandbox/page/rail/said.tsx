/** What was said, with its points in time in the language of the page. */
import { Fragment } from 'preact'
import type { RailMessage, RailMoment } from '../../page-contract.js'
import { Moment, RelativeMoment } from '../kit/moment.js'
import { discordMoment } from '../kit/when.js'
import { useWords } from '../kit/words.js'

export function Said({ text, moments = [] }: Pick<RailMessage, 'text' | 'moments'>) {
  return (
    <bdi>
      {moments.map((moment, index) => (
        <Fragment key={moment.from}>
          {text.slice(moments[index - 1]?.to ?? 0, moment.from)}
          <When moment={moment} />
        </Fragment>
      ))}
      {text.slice(moments.at(-1)?.to ?? 0)}
    </bdi>
  )
}

function When({ moment: { at, style } }: { moment: RailMoment }) {
  const { language } = useWords()
  if (style === 'R') return <RelativeMoment at={at} />
  return <Moment at={at}>{discordMoment(at, style, language)}</Moment>
}
