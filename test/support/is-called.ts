/** Whether a button bears this label. In simple mode its number stands before it. */
export const isCalled = ({ label }: { label: string }, called: string): boolean =>
  label === called || label.replace(/^\d+\. /u, '') === called
