/** A real SMTP server in the test's process, which refuses and dawdles as told. */
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Post {
  readonly url: string
  /** Letters that were taken, whole, with their envelopes. */
  readonly taken: { to: string[]; raw: string }[]
  close(): Promise<void>
}

export interface PostOptions
  extends Pick<SMTPServerOptions, 'onMailFrom' | 'onRcptTo' | 'onConnect' | 'onAuth'> {
  /** After a whole letter has come: undefined takes it. */
  afterData?(count: number): Error | 'drop' | Promise<undefined> | undefined
}

/** An error of the protocol. */
export function saying(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

export async function openPost({ afterData, ...rest }: PostOptions = {}): Promise<Post> {
  const taken: Post['taken'] = []
  let count = 0
  const server = new SMTPServer({
    disabledCommands: rest.onAuth ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !rest.onAuth,
    allowInsecureAuth: true,
    closeTimeout: 100,
    ...rest,
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        count += 1
        const verdict = await afterData?.(count)
        if (verdict === 'drop') {
          const { _socket: socket } = (
            server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }
          ).connections
            .values()
            .next().value ?? { _socket: { destroy() {} } }
          socket.destroy()
          return
        }
        if (verdict) return callback(verdict)
        const raw = Buffer.concat(parts).toString('utf8')
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
        callback()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
