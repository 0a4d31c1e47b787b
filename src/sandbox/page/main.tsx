/** Starts the page: the words and the community first, so that the first thing drawn is the whole page. */
import { render } from 'preact'
import { fetchCommunity } from './kit/api.js'
import { loadSettings } from './kit/settings.js'
import { createStream } from './kit/stream.js'
import { loadWords } from './kit/words.js'
import { App } from './shell/app.js'

const settings = loadSettings()
document.documentElement.dataset.theme = settings.theme
const [community, words] = await Promise.all([fetchCommunity(), loadWords(settings.language)])
render(<App community={community} words={words} settings={settings} stream={createStream()} />, document.body)
