/**
 * What can stand in the way of a walk, or of healing what it found: as the table and the commands have it. Pages say it
 * in the language of who reads them, so a new one needs its words in `ui/words/walks`.
 */
export const reasons = {
  stopped: 'it was stopped',
  unanswered: 'the identity provider did not answer, again and again',
  unknown: 'it could not go on; the log says why',
  lostProcess: 'its process ended without a word',
  askAgain: 'the identity provider did not answer: choose it again in a moment',
  notWritten: 'it could not be written; the log says why',
  endedMeanwhile: 'it ended here meanwhile',
  inTheWay: 'the rules of the sync do not take it: something here is in its way',
  tooMany: 'too many at once to end without a person who looks',
} as const
