/** The server is gone: nobody wants what this process makes. */
export function endWithServer(): void {
  process.once('disconnect', () => process.exit())
}

/** To the server that started this process. Resolves when the message is on its way. */
export const tellServer = (message: object): Promise<void> =>
  new Promise(resolve => {
    if (process.send) process.send(message, () => resolve())
    else resolve()
  })

/** For a process that lives for one piece of work: gets it by its channel, tells the answer and ends. */
export function answerOnce<Request, Answer extends object>(answer: (request: Request) => Promise<Answer>): void {
  endWithServer()
  process.once('message', async (request: Request) => {
    await tellServer(await answer(request))
    process.disconnect()
  })
}
