/** Telegram asks into which group the bot is to be brought. */
import { Dialog } from '../kit/dialog.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'

export function BringDialog({ pane, payload, onClose }: { pane: Pane; payload: string; onClose(): void }) {
  const { say } = useWords()
  const groups = pane.rooms.filter(({ kind, thread }) => kind === 'group' && thread === undefined)
  return (
    <Dialog label={say('bring')} class="bring" over="pane-telegram" onClose={onClose}>
      <h3>{say('bring')}</h3>
      {groups.map((room) => (
        <button
          key={room.id}
          type="button"
          onClick={() => {
            onClose()
            pane.goTo(room)
            void pane.perform({ do: 'bring', room: room.id, payload })
          }}
        >
          {room.title}
        </button>
      ))}
      <footer>
        <button type="button" onClick={onClose}>
          {say('cancel')}
        </button>
      </footer>
    </Dialog>
  )
}
