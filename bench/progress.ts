/** What is going on, for whoever waits; the figures alone go to the standard output. */
export const progress = (text: string): void => void process.stderr.write(`${text}\n`)
