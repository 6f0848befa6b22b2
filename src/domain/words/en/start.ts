const EXAMPLE = '“Dana Reyes at Acme: called, no answer”';

/** The first minutes: welcome, first run, preview, the empty state. */
export const start = {
  example: EXAMPLE,
  hello: <P>(name: P) => ['Hello ', name, '. I keep your follow-ups.'],
  addedYou: <P>(name: P) => [name, ' added you.'],
  howToLog: (digestTime: string) => [
    `After a touch, write me one line: ${EXAMPLE}.`,
    'I propose the next step and remind you that day.',
    `What is due comes on working days at ${digestTime}, and you log it there.`,
  ],
  whoSeesWhat: 'Who sees what',
  whoSees: [
    'Your digest is only yours. The team post has counts, never prospect names.',
    'Anybody here can look a prospect up.',
    'Managers also see missed promises, and whom you snoozed three times.',
  ],
  addAProspect: 'Add a prospect',

  helloManager: <P>(name: P) => ['Hello ', name, '. You manage Followup here.'],
  threeSteps: 'Three steps, in any order.',
  setUp: {
    title: 'Set up the team',
    says: 'The channel of the daily team post, its time and the time zone.',
    button: 'Set up team',
  },
  import: {
    title: 'Bring your prospects in',
    says: 'From a CSV file, as your CRM exports it.',
    button: 'Import',
  },
  preview: {
    title: 'See a morning first',
    says: 'The next digest and team post, shown only to you.',
    button: 'Preview',
  },
  yourReps: 'Your reps',
  whoIsARep: `Whoever writes me a line like ${EXAMPLE} is a rep from then on.`,
  eachGets: (digestTime: string) =>
    `Each gets a digest on working days at ${digestTime} of their own morning.`,

  previewOfDigest: (day: string, at: string) =>
    `Preview: the digest of ${day}, ${at}, as things stand now.`,
  previewOfPost: (day: string, at: string) =>
    `Preview: the team post of ${day}, ${at}, as things stand now.`,
  onlyYou: ' Only you see it.',
  nothingDue: 'Nothing would be due, so nothing would be sent.',
  noChannel: 'It has no channel yet, so nobody would get it.',

  noProspects: 'No prospects yet.',
  writeOneLine: ' Write me one line:',
  iPropose: 'I propose the next step and remind you that day.',
  importAList: 'Import a list',
  importHelp: {
    whoImports: 'Whoever runs the bot imports a CSV file, where the bot runs:',
    reports:
      'This reports what would happen and writes nothing: how many are new, known, stopped or invalid, with line numbers.',
    doesIt:
      'Without `--dry-run` it is done. In the Docker image write `node dist/import.js` for `npm run import --`.',
    recognises: 'Exports of HubSpot, Pipedrive, Salesforce, Zoho and Close are recognised.',
    owners: 'Each row goes to its owner, by e-mail or name; `--owner` says who takes the others.',
  },
};
