import type { ListRange, Range } from '../cadence-numbers.ts';
import type { DeliveryKind } from '../delivery.ts';
import type { Deed } from '../digest-model.ts';
import { addDays, type LocalDate, weekdayOf } from '../local-date.ts';
import type { Action, NotAProspectReason, Rule, Status } from '../prospect.ts';
import type { Channel, Interest, NoReason, Outcome } from '../touch.ts';
import { estimate, type Rate } from '../wilson.ts';
import type { Words } from './en.ts';
import { pluralIn } from './plural.ts';

const counted = pluralIn('de');

function plural(count: number, one: string, other: string): string {
  return counted(count, { one, other });
}

const WEEKDAYS = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];
const MONTHS = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
];
/** Without full stops, so that a sentence may end with a day. */
const MONTHS_SHORT = [
  ...['Jan', 'Feb', 'März', 'April', 'Mai', 'Juni'],
  ...['Juli', 'Aug', 'Sept', 'Okt', 'Nov', 'Dez'],
];

const dates: Words['dates'] = {
  weekdays: WEEKDAYS,
  weekday: (date) => WEEKDAYS[weekdayOf(date)] ?? '',
  day: (date, today) => `${WEEKDAYS[weekdayOf(date)]} ${dayOfMonth(date, today)}`,
  dayOfMonth,
  nearDay: (date, today) => {
    if (date === today) return 'heute';
    if (date === addDays(today, -1)) return 'gestern';
    if (date === addDays(today, 1)) return 'morgen';
    return dates.day(date, today);
  },
  month: (date) => `${MONTHS[monthIndex(date)] ?? ''} ${date.slice(0, 4)}`,
};

function dayOfMonth(date: LocalDate, today: LocalDate): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${Number(date.slice(8))}. ${MONTHS_SHORT[monthIndex(date)] ?? ''}${year}`;
}

function monthIndex(date: LocalDate): number {
  return Number(date.slice(5, 7)) - 1;
}

const channels: Record<Channel, string> = {
  call: 'Anruf',
  email: 'E-Mail',
  text: 'SMS',
  social: 'Nachricht in sozialen Medien',
  video: 'Videoanruf',
  meeting: 'Treffen',
  other: 'Anderes',
};

const outcomes: Record<Outcome, string> = {
  no_answer: 'Nicht erreicht',
  sent: 'Nachricht hinterlassen oder geschickt',
  spoke: 'Gespräch geführt',
  they_got_in_touch: 'Hat sich gemeldet',
  missed_appointment: 'Zum Termin nicht erschienen',
  not_now: 'Nicht jetzt, später',
  wrong_contact: 'Falsche Ansprechperson',
  yes: 'Ja',
  no: 'Nein',
  stop: 'Möchte nicht mehr kontaktiert werden',
};

const outcomesInSentence: Record<Outcome, string> = {
  no_answer: 'nicht erreicht',
  sent: 'Nachricht hinterlassen oder geschickt',
  spoke: 'Gespräch geführt',
  they_got_in_touch: 'hat sich gemeldet',
  missed_appointment: 'zum Termin nicht erschienen',
  not_now: 'nicht jetzt, später',
  wrong_contact: 'falsche Ansprechperson',
  yes: 'Ja',
  no: 'Nein',
  stop: 'möchte nicht mehr kontaktiert werden',
};

const noReasons: Record<NoReason, string> = {
  price: 'Preis',
  timing: 'Zeitpunkt',
  competitor: 'Mitbewerber',
  no_need: 'Kein Bedarf',
  no_authority: 'Keine Entscheidungsbefugnis',
  other: 'Anderer Grund',
};

const notAProspectReasons: Record<NotAProspectReason, string> = {
  duplicate: 'Doppelt erfasst',
  existing_customer: 'Schon Kunde',
  company_gone: 'Firma gibt es nicht mehr',
  added_by_mistake: 'Versehentlich angelegt',
};

const interests: Record<Interest, string> = { cold: 'Kalt', warm: 'Warm', hot: 'Heiß' };

const statuses: Record<Status, string> = {
  open: 'Offen',
  won: 'Gewonnen',
  lost: 'Verloren',
  stopped: 'Möchte nicht mehr kontaktiert werden',
  not_a_prospect: 'Kein Interessent',
};

const labels: Words['labels'] = {
  channels,
  outcomes,
  noReasons,
  notAProspectReasons,
  interests,
  statuses,
  logATouch: 'Kontakt eintragen',
  undo: 'Rückgängig',
  change: 'Ändern',
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Fertig',
  save: 'Speichern',
  touch: ({ channel, outcome }) => `${channels[channel]}, ${outcomesInSentence[outcome]}`,
  closedReason: (reason) =>
    reason === null ? '' : ` (${{ ...noReasons, ...notAProspectReasons }[reason]})`,
};

const first: Record<Channel, string> = {
  call: 'Anrufen',
  email: 'E-Mail schreiben',
  text: 'SMS schreiben',
  social: 'In sozialen Medien schreiben',
  video: 'Per Video anrufen',
  meeting: 'Treffen',
  other: 'Kontakt aufnehmen',
};

const again: Record<Channel, string> = {
  call: 'Noch einmal anrufen',
  email: 'Noch eine E-Mail schreiben',
  text: 'Noch eine SMS schreiben',
  social: 'Noch einmal in sozialen Medien schreiben',
  video: 'Noch einmal per Video anrufen',
  meeting: 'Noch einmal treffen',
  other: 'Noch einmal versuchen',
};

const actions: Record<Action, (channel: Channel | null) => string> = {
  first_contact: (channel) => (channel === null ? 'Kontakt aufnehmen' : first[channel]),
  try_again: (channel) => (channel === null ? 'Noch einmal versuchen' : again[channel]),
  try_another_way: (channel) =>
    channel === null ? 'Anders versuchen' : `${first[channel]}, und es anders sagen`,
  leave_message: () => 'Nachricht hinterlassen: „gerne weiter, ich weiß, Sie haben viel zu tun“',
  send_useful: () => 'Etwas Nützliches schicken',
  continue: () => 'Gespräch fortsetzen',
  apologise_missed: () => 'Sagen, wie schade es um den Termin war',
  ask_again: () => 'Noch einmal fragen, wie gewünscht',
  find_way_in: () => 'Einen anderen Weg hinein finden',
};

const steps: Words['steps'] = {
  action: ({ action, channel }) => actions[action](channel),
  next: (next, { own, when, why }) => [
    own ?? steps.action(next),
    `, ${when}${why ? ` (${steps.rule(next.rule)})` : ''}`,
  ],
  rule: (rule: Rule): string => {
    switch (rule.kind) {
      case 'new':
        return 'neu: bald melden';
      case 'imported':
        return 'importiert, noch kein Kontakt';
      case 'unanswered':
        return `${rule.inARow} in Folge ohne Antwort: ${workingDays(rule.wait)} warten`;
      case 'nurture':
        return `lange still: etwas Nützliches nach ${plural(rule.days, 'Tag', 'Tagen')}`;
      case 'conversation':
        return `nach einem Gespräch: ${workingDays(rule.wait)}`;
      case 'missed_appointment':
        return 'verpasster Termin: am nächsten Arbeitstag';
      case 'wrong_contact':
        return `falsche Ansprechperson: ${workingDays(rule.wait)}`;
      case 'not_now':
        return 'vom Gegenüber genannt: eine Zusage';
      case 'agreed':
        return 'gemeinsam vereinbart: eine Zusage';
      case 'picked':
        return 'von dir gewählt';
      case 'snoozed':
        return 'verschoben';
      case 'spread':
        return 'ein Tag mit Platz';
      case 'reopened':
        return 'wieder geöffnet';
      case 'lifted':
        return 'die Sperre wurde aufgehoben';
      default:
        return rule satisfies never;
    }
  },
  ended: ({ status, revisitOn }, today) => {
    const day = revisitOn === null ? null : dates.day(revisitOn, today);
    switch (status) {
      case 'won':
        return day === null ? 'Gewonnen.' : `Gewonnen. Am ${day} wieder melden.`;
      case 'lost':
        return day === null
          ? 'Verloren. In keiner Liste mehr.'
          : `Verloren. Am ${day} wieder fragen.`;
      case 'stopped':
        return 'Ab sofort in keiner Tagesliste, keiner Liste und keinem Vorschlag mehr. Niemand kann einen Kontakt von uns eintragen.';
      default:
        return 'In keiner Liste mehr.';
    }
  },
};

function workingDays(days: number): string {
  return plural(days, 'Arbeitstag', 'Arbeitstage');
}

const past: Record<Channel, string> = {
  call: 'hat %s angerufen',
  email: 'hat %s gemailt',
  text: 'hat %s eine SMS geschickt',
  social: 'hat %s in sozialen Medien geschrieben',
  video: 'hat %s per Video gesprochen',
  meeting: 'war %s beim Treffen',
  other: 'hat sich %s gemeldet',
};

const deeds: Record<Deed['kind'], string> = {
  logged: 'Eingetragen',
  snoozed: 'Verschoben',
  nurtured: 'In die Pflege gelegt',
  reopened: 'Wieder geöffnet',
  dropped: 'Fallen gelassen',
  revisit_moved: 'Später wieder',
  not_a_prospect: 'Kein Interessent',
  moved_on: 'Geändert',
};

const digest: Words['digest'] = {
  headline: (day, { open, ahead, done, promised, first: time }) => {
    const all = open + done;
    if (done > 0) {
      return `${day}: ${open === 0 ? `Alles erledigt, ${all} von ${all}` : `${done} von ${all} erledigt`}.`;
    }
    const back = ahead === 0 ? '' : ` ${ahead} vor deiner Rückkehr.`;
    if (open === ahead) return `${day}: ${back === '' ? 'Nichts' : 'Heute nichts'} fällig.${back}`;
    const ofThese = promised === 0 ? '' : `, ${promised} zugesagt`;
    return `${day}: ${open - ahead} heute${ofThese}${time === null ? '' : `, zuerst ${time}`}.${back}`;
  },
  sentLate: (plannedFor) => `Verspätet: geplant für ${plannedFor}.`,
  overPace: ({ due, pace }) => `${due} fällig, dein Pensum ist ${pace}.`,
  spreadOver: (days) => `Auf ${days} Tage verteilen…`,
  saySpreadOver: ({ due, days }) =>
    `Zeigen, wie ${due} Follow-ups auf ${days} Tage verteilt würden`,
  movedUpTo: (count, day) => `${count} auf Tage mit Platz verteilt, bis ${day}.`,
  sayPutBack: (count) => `${plural(count, 'Follow-up', 'Follow-ups')} auf heute zurücklegen`,
  tomorrow: 'Morgen',
  onNextDay: (day, count) => `${day} ${count}.`,
  teamSees: ({ at, slipping, inTotal }) =>
    inTotal
      ? `Das Team sieht eine Summe ohne Namen, ${slipping} davon von dir. Trag sie vor ${at} ein, dann ist es keins.`
      : `Das Team sieht: du, ${slipping} liegen geblieben. Trag ${slipping === 1 ? 'es' : 'sie'} vor ${at} ein, dann steht da 0.`,
  andMore: (count) => `Und ${count} weitere: öffne die Liste.`,
  openList: 'Liste öffnen',
  sayOpenList: 'Die Liste deiner Follow-ups öffnen',
  goesMonday: 'Was am Montag weitergeht',
  toManager: (count, { isOwn }) =>
    isOwn
      ? `${count} ${count === 1 ? 'steht' : 'stehen'} am Montag in deiner Übersicht.`
      : `${count} ${count === 1 ? 'geht' : 'gehen'} am Montag an deine Teamleitung.`,
  beforeYouAreBack: (day) => `Vor deiner Rückkehr, ${day}`,

  promised: (when) => `Zugesagt ${when}`,
  promisedToday: 'Heute zugesagt',
  late: (days) => `${plural(days, 'Tag', 'Tage')} zu spät`,
  timeToCheckIn: 'Gewonnen. Zeit, sich zu melden',
  timeToAskAgain: 'Verloren. Zeit, wieder zu fragen',
  newInLine: 'Neu in der Reihe',
  dueToday: 'Heute fällig',
  snoozedTimes: (times) => `${times}-mal verschoben`,
  held: 'Angehalten: gleiche Telefonnummer wie jemand, der nicht mehr kontaktiert werden möchte. Die Teamleitung entscheidet.',
  points: (points) => ['Punkte: ', points],
  reachedOut: ({ channel, touchedOn, betterFrom }, today) => {
    const when = dates.nearDay(touchedOn, today);
    return ` ${past[channel].replace('%s', when)}. Besser ab ${dates.day(betterFrom, today)}.`;
  },
  deed: (kind, { by, what }) => [
    deeds[kind],
    ...(by === null ? [] : [' von ', by]),
    `${kind === 'logged' ? ': ' : ''}${what}.`,
  ],
  next: 'Nächster Schritt: ',
  sayUndoTouch: (label) => `Den Kontakt mit ${label} rückgängig machen`,
  sayProspectAfterAll: (label) => `${label} ist doch ein Interessent`,

  menu: {
    log: 'Eintragen',
    decide: 'Entscheiden',
    whatHappened: 'Was war',
    weSpoke: 'Gespräch geführt…',
    more: 'Mehr…',
    snooze: 'Verschieben',
    tomorrow: 'Morgen',
    inThree: 'In 3 Arbeitstagen',
    pickDate: 'Tag wählen…',
    notAProspect: 'Kein Interessent',
    reopen: 'Wieder öffnen',
    later: 'Später, in 30 Tagen',
    drop: 'Fallen lassen',
  },
};

const logForm: Words['logForm'] = {};

const answers: Words['answers'] = {};

const sentences: Words['sentences'] = {};

const home: Words['home'] = {};

const card: Words['card'] = {};

const snooze: Words['snooze'] = {};

const endings: Words['endings'] = {
  you: 'du',
  askedToStop: (day) =>
    day === null
      ? 'Möchte nicht mehr kontaktiert werden.'
      : `Möchte seit ${day} nicht mehr kontaktiert werden.`,
  samePhone: (label, day) =>
    `Gleiche Telefonnummer wie ${label}: möchte ${day === null ? '' : `seit ${day} `}nicht mehr kontaktiert werden.`,
};

const team: Words['team'] = {
  headline: (day, { followUps, when, promises }) => {
    const kept =
      promises.due === 0
        ? ''
        : `; Zusagen diese Woche gehalten: ${promises.kept} von ${promises.due}`;
    return `${day}: ${followUpsOf(followUps)} ${when}${kept}.`;
  },
  yesterday: 'gestern',
  onWeekday: (weekday) => `am ${weekday}`,
  allClear: 'Alles im Griff: nichts ist liegen geblieben.',
  slipping: (who) => ['Liegen geblieben: ', ...who],
  away: (who) => [' Abwesend: ', ...who],
  until: (day) => ` bis ${day}`,
  nothingSlipping: (who) => ['Nichts liegen geblieben: ', ...who],
  mostThisWeek: (who) => ['Am meisten diese Woche: ', ...who],
  noneThisWeek: 'Diese Woche sind noch keine Follow-ups eingetragen.',
  andOthers: (hidden) => (hidden > 0 ? ` und ${hidden} weitere.` : '.'),
  lastWeek: (monday, followUps) => `Letzte Woche, ab ${monday}: ${followUpsOf(followUps)}`,
  nobodyLogged: 'Niemand hat einen Kontakt eingetragen.',
  moreOnBoard: (hidden) =>
    `Und ${hidden} weitere: /followup board week zeigt dir deinen eigenen Platz.`,

  board: {
    title: (followUps, { from, to }) => `${followUpsOf(followUps)}, ${from} bis ${to}`,
    more: (hidden) => `Und ${hidden} weitere.`,
    ownNone: 'Du: in diesen Tagen noch keine Follow-ups.',
    own: ({ followUps, rank, of, hidden }) =>
      `Du: ${followUpsOf(followUps)}, Platz ${rank} von ${of}.${hidden ? ' Andere sehen dich nicht.' : ''}`,
    whichDays: 'Welche Tage? Schreib week, month oder zwei Daten wie 2026-11-01..2026-11-15.',
  },

  friday: {
    head: (monday) => `Woche ab ${monday}, letzte Woche in Klammern`,
    lines: (now, before, slipping) => {
      const kept = ({ promises }: typeof now) => `${promises.kept} von ${promises.due}`;
      const others = `. Keine Interessenten: ${now.notProspects} (${before.notProspects})`;
      return [
        `Follow-ups: ${now.followUps} (${before.followUps})`,
        `Interessenten angesprochen: ${now.prospectsChased} (${before.prospectsChased})${now.notProspects + before.notProspects === 0 ? '' : others}`,
        `Ja ${now.yes}, Nein ${now.no} (Ja ${before.yes}, Nein ${before.no})`,
        `Zusagen gehalten: ${kept(now)} (${kept(before)})`,
        `Jetzt liegen geblieben: ${slipping}`,
      ];
    },
    noLesson: 'Wichtigste Erkenntnis: diese Woche keine notiert',
    topLesson: (reason, text) => [
      `Wichtigste Erkenntnis: ${reason === null ? '' : `${noReasons[reason]}. `}`,
      text,
    ],
  },

  month: {
    head: (month) => `Was wir im ${month} gelernt haben`,
    noes: (count, reasons) =>
      `${count}-mal Nein: ${reasons
        .map((row) => `${row.reason === null ? 'ohne Grund' : noReasons[row.reason]} ${row.count}`)
        .join(', ')}.`,
    lesson: (reason, text) => [reason === null ? '' : `${noReasons[reason]}: `, text],
    earlier: (count) => `Und ${plural(count, 'frühere', 'frühere')}: /followup insights team.`,
    withNames: (count, { more }) =>
      count === 1
        ? `1 ${more ? 'weitere ' : ''}Erkenntnis nennt einen Interessenten; frag, wer zuständig ist.`
        : `${count} ${more ? 'weitere ' : ''}Erkenntnisse nennen Interessenten; frag, wer zuständig ist.`,
  },
};

function followUpsOf(count: number): string {
  return plural(count, 'Follow-up', 'Follow-ups');
}

const cracks: Words['cracks'] = {};

const handOver: Words['handOver'] = {};

const kinds: Record<DeliveryKind, [one: string, many: string]> = {
  digest: ['Tagesliste', 'Tageslisten'],
  team_post: ['Teamnachricht', 'Teamnachrichten'],
  manager_sweep: ['Montagsübersicht', 'Montagsübersichten'],
  friday_summary: ['Freitagsübersicht', 'Freitagsübersichten'],
  promise_reminder: ['Erinnerung an eine Zusage', 'Erinnerungen an Zusagen'],
  monthly_lessons: ['Nachricht mit Erkenntnissen', 'Nachrichten mit Erkenntnissen'],
  notice: ['Mitteilung', 'Mitteilungen'],
};

const skipReasons: Record<string, string> = {
  empty: 'nichts fällig',
  away: 'abwesend',
  holiday: 'Feiertag',
  paused: 'pausiert',
  deactivated: 'nicht mehr in Slack',
  no_channel: 'kein Team-Channel eingestellt',
  changed: 'Einstellungen geändert oder nichts mehr zu sagen',
  switched_off: 'selbst abgeschaltet',
  outage: 'der Bot war nicht erreichbar',
  superseded: 'der Bot war nicht erreichbar, eine neuere folgte',
  workspace_disconnected: 'die App war getrennt',
};

const status: Words['status'] = {
  nothingYet: 'Heute war noch nichts zu senden.',
  disconnected: 'Slack nimmt unser Token nicht mehr an: installiere die App noch einmal.',
  isPaused: (until) =>
    `Pausiert${until === null ? '' : ` bis ${until}`}. /followup resume beendet die Pause.`,
  paused: (until) =>
    `Pausiert${until === null ? '' : ` bis ${until}`}: keine Tageslisten, Teamnachrichten oder Erinnerungen. Eintragen geht wie immer; /followup resume beendet die Pause.`,
  resumed: 'Geplante Nachrichten gehen wieder hinaus, ab der nächsten.',
  untilWhen: (example) =>
    `Bis wann? Schreib einen Tag nach heute, etwa /followup pause until ${example}, oder tomorrow.`,
  wentOut: ({ kind, due, sent, by, waiting }) => {
    const [one, many] = kinds[kind];
    const until = by === null ? '' : ` bis ${by}`;
    const stillWaiting = waiting === 0 ? '' : ` ${waiting} noch unterwegs.`;
    if (sent === 0) return `${many}: keine gesendet.${stillWaiting}`;
    if (sent < due) return `${many}: ${sent} von ${due} gesendet${until}.${stillWaiting}`;
    if (due > 1) return `${many}: alle ${due} gesendet${until}.`;
    return `${one}: gesendet${by === null ? '' : ` um ${by}`}.`;
  },
  skipped: (count) => `${count} ausgelassen: `,
  notSent: (count) => `${count} nicht gesendet: `,
  unconfirmed: 'Slack hat nicht gesagt, ob es ankam; es steht im App-Home',
  reason: (reason) =>
    Object.hasOwn(skipReasons, reason) ? (skipReasons[reason] ?? '') : `Slack sagt ${reason}`,
  andOthers: (hidden) => ` und ${hidden} weitere`,

  notEverything: (day, time) => `Seit ${day}, ${time} ist nicht alles hinausgegangen.`,
  ofKind: (kind) => `${kinds[kind][1]}: `,
  chooseAnother: 'Wähle mit /followup settings einen anderen Channel für die Teamnachricht.',
  nothingIsLost: 'Was in einer Tagesliste stand, steht im App-Home, und die nächste enthält alles.',

  noChannel: 'Die Teamnachricht hat noch keinen Channel',
  whyChannel:
    'Alle bekommen schon ihre Tagesliste. Wähle einen Channel, und das Team sieht an jedem Arbeitstag, was getan wurde und was liegen bleibt.',
  chooseChannel: 'Channel wählen',
};

const settings: Words['settings'] = {
  title: 'Teameinstellungen',
  parts: { team: 'Team', holidays: 'Feiertage', cadence: 'Rhythmus', managers: 'Teamleitung' },
  sayChange: (part) => `Ändern: ${part}`,
  nothingChanged: 'Nichts geändert.',
  noManagerAnyMore: 'Gespeichert. Du gehörst nicht mehr zur Teamleitung.',
  onlyManagers: {
    changeTeam: 'Nur die Teamleitung kann die Teameinstellungen ändern. Frag dort nach.',
    changeHolidays: 'Nur die Teamleitung kann die Feiertage ändern. Frag dort nach.',
    changeCadence: 'Nur die Teamleitung kann den Rhythmus ändern. Frag dort nach.',
    nameManagers: 'Nur wer zur Teamleitung gehört, kann andere dazu ernennen. Frag dort nach.',
  },

  workingDays: 'Arbeitstage',
  everyDay: 'jeden Tag',
  dayToDay: (from, to) => `${from} bis ${to}`,
  chooseDay: 'Wähle mindestens einen Tag.',
  chooseTime: 'Wähle eine Uhrzeit.',
  zone: {
    label: 'Zeitzone',
    placeholder: 'Stadt eingeben, etwa Berlin',
    now: (zone, time) => `${zone}, jetzt ${time}`,
    unknown: 'Diese Zeitzone kenne ich nicht. Gib eine Stadt ein, etwa Berlin oder New York.',
  },

  number: {
    missing: 'Eine Zahl fehlt.',
    notWhole: (text) => `„${text}“ ist keine ganze Zahl.`,
    tooSmall: (number) => `${number} ist zu klein.`,
    tooLarge: (number) => `${number} ist zu groß.`,
    counted: (count) => (count === 1 ? 'Das ist 1 Zahl.' : `Das sind ${count} Zahlen.`),
    writeOne: (range) => `Gib eine Zahl von ${fromTo(range)} ein.`,
    writeList: (range) => `Gib ${numbersFromTo(range)} ein, mit Kommas dazwischen.`,
    outOfRange: 'Diese Zahl liegt außerhalb des Erlaubten.',
  },

  team: {
    channel: 'Team-Channel',
    channelHint: 'Lade den Bot dorthin ein. Ohne Channel gibt es keine Teamnachricht.',
    chooseChannel: 'Channel wählen',
    theChannel: 'Team-Channel',
    postTime: 'Uhrzeit der Teamnachricht',
    zoneHint: 'Gilt für die Teamnachricht. Jede Tagesliste folgt der eigenen Zeitzone.',
    weekdaysHint: 'An diesen Tagen kommt die Teamnachricht.',
    language: 'Sprache',
    languageHint: 'Gilt im Team-Channel. Alles andere kommt in der eigenen Slack-Sprache.',
    chooseLanguage: 'Wähle eine Sprache.',
    summaryTime: 'Uhrzeit der Freitagsübersicht',
    summaryHint: 'Für die Teamleitung, jeweils in der eigenen Zeitzone.',
    slipping: 'Liegen geblieben',
    totalsOnly: 'Nur Summen: wie viel liegen blieb, nicht bei wem',
    isGone: 'Dieses Team gibt es hier nicht.',

    stands: (channel, { at, days, zone }) =>
      channel === null
        ? [`Noch kein Channel, also keine Teamnachricht. ${days}, ${zone}.`]
        : ['Teamnachricht: ', channel, `, ${at}, ${days}, ${zone}.`],
    standsInTotal: ' Nur Summen.',
    standsMore: ({ language, summaryAt }) =>
      `Sprache: ${language}. Freitagsübersicht um ${summaryAt}.`,
    goes: (channel, { at, days, zone, isNew }) => [
      'Teamnachricht ab jetzt: ',
      channel,
      `, ${at}, ${days}, ${zone}.${isNew ? ' Lade mich dorthin ein, falls ich noch fehle.' : ''}`,
    ],
    noPost: 'Ohne Channel gibt es keine Teamnachricht.',
    isIn: (language) => `Sprache im Team-Channel: ${language}.`,
    summaryAt: (at) => `Die Freitagsübersicht kommt um ${at}, jeweils in der eigenen Zeitzone.`,
    saysWhom: (totalsOnly) =>
      totalsOnly
        ? 'Die Teamnachricht sagt, wie viel liegen blieb, nicht bei wem.'
        : 'Die Teamnachricht sagt, bei wem wie viel liegen blieb.',
  },

  holidays: {
    country: 'Land',
    region: 'Region',
    regionHint: 'Leer: die Feiertage des ganzen Landes.',
    typeToSearch: 'Zum Suchen tippen',
    none: 'Keine gesetzlichen Feiertage',
    own: 'Eigene freie Tage',
    ownExample: '2026-12-24 Heiligabend',
    ownHint: 'Einer pro Zeile: das Datum, dann der Name.',
    dayOff: 'Freier Tag',
    inLine: (line, problem) => `Zeile ${line}: ${problem}`,
    noDate: (text) => `„${text}“ ist kein Datum. Schreib es so: 2026-12-24 Heiligabend.`,
    past: (day) => `${day} ist vorbei.`,
    tooFar: (day, end) => `${day} ist zu weit weg: höchstens bis ${end}.`,
    tooMany: (most) => `Höchstens ${most} Tage.`,
    unknownPlace: 'Die Feiertage dieses Ortes kenne ich nicht.',

    stands: (place, next) => [
      place === null ? 'Kein Land gewählt.' : `${place}.`,
      ...(next === null ? [] : [` Als Nächstes: ${next.day} (`, next.name, ').']),
    ],
    nothingLeft: 'Keine Feiertage: jeder Wochentag des Teams ist ein Arbeitstag.',
    are: ({ place, count, year, own }, next) => [
      `Feiertage: ${place ?? 'eigene'}: ${plural(count, 'Tag', 'Tage')} im Jahr ${year}, als Nächstes ${next.day} (`,
      next.name,
      `).${place === null || own === 0 ? '' : ` Eigene: ${own}.`}`,
    ],
  },

  cadence: {
    about:
      'Nächste Schritte mit Datum behalten es; diese Zahlen gelten für alles, was danach geplant wird.',
    waits: 'Wartezeiten ohne Antwort',
    waitsHint: (range) => `Arbeitstage nach dem 1. bis 4. Mal in Folge: ${numbersFromTo(range)}.`,
    nurture: 'Abstände in der Pflege',
    nurtureHint: (range) =>
      `Kalendertage dazwischen, der letzte Wert wiederholt sich: ${numbersFromTo(range)}.`,
    fields: {
      unansweredInARow: field('Ohne Antwort in Folge bis zur Pflege', 'Von'),
      contacts: field('Kontakte insgesamt bis zur Pflege', 'Von'),
      conversationWait: field('Warten nach einem Gespräch', 'Arbeitstage:'),
      wrongContactWait: field('Warten nach falscher Ansprechperson', 'Arbeitstage:'),
      guardWorkingDays: field(
        'Tage zwischen zwei Kontakten',
        'Ganze Arbeitstage, egal wer sich meldet:',
      ),
      revisitWonDays: field('Nach einem Ja wieder melden', 'Kalendertage:'),
      pace: field('Pensum zum Start', 'Follow-ups am Tag, später selbst änderbar:'),
    },
    defaults: 'Vorgaben',
    backToDefaults: 'Zurück zu den Vorgaben, egal was oben steht',

    standsWaits: (waits, clearDays) => {
      const guard =
        clearDays === 0
          ? 'Kein Abstand zwischen zwei Kontakten.'
          : `Zwischen zwei Kontakten: ${workingDays(clearDays)}.`;
      return `Wartezeiten: ${waits} Arbeitstage. ${guard}`;
    },
    standsNurture: (days, { isDefault }) =>
      `Pflege: ${days} Tage.${isDefault ? ' Alles wie vorgegeben.' : ''}`,
    changes: {
      unansweredWaits: ({ unansweredWaits }) =>
        `Wartezeiten ohne Antwort: ${unansweredWaits.join(', ')} Arbeitstage.`,
      nurtureStart: ({ nurtureStart: { unansweredInARow, contacts } }) =>
        `Pflege nach ${unansweredInARow}-mal ohne Antwort in Folge und ${contacts} Kontakten.`,
      nurtureDays: ({ nurtureDays }) => `Abstände in der Pflege: ${nurtureDays.join(', ')} Tage.`,
      conversationWait: ({ conversationWait }) =>
        `Nach einem Gespräch: ${workingDays(conversationWait)}.`,
      wrongContactWait: ({ wrongContactWait }) =>
        `Nach falscher Ansprechperson: ${workingDays(wrongContactWait)}.`,
      guardWorkingDays: ({ guardWorkingDays }) =>
        `Zwischen zwei Kontakten: ${workingDays(guardWorkingDays)}.`,
      pace: ({ pace }) => `Pensum zum Start: ${pace} am Tag.`,
      revisitWonDays: ({ revisitWonDays }) =>
        `Nach einem Ja: in ${plural(revisitWonDays, 'Tag', 'Tagen')} wieder melden.`,
    },
    areDefaults: 'Zurück zu den Vorgaben.',
    countsFromNow:
      'Das gilt für alles, was ab jetzt geplant wird; nächste Schritte mit Datum behalten es.',
  },

  managers: {
    hint: 'Vollmitglieder dieses Slack. Wer Followup noch nicht nutzt, kommt damit ins Team.',
    choose: 'Personen wählen',
    oneAtLeast: 'Jemand muss leiten: lass mindestens eine Person in der Teamleitung.',
    stand: (names, more) => [
      ...names.flatMap((name, at) => (at === 0 ? [name] : [', ', name])),
      more > 0 ? ` und ${more} weitere.` : '.',
    ],
    are: (names, more) => ['Teamleitung: ', ...settings.managers.stand(names, more)],
    unseen: 'Eine dieser Personen sehe ich in Slack nicht.',
    refused: {
      stranger: (name) =>
        `${name} ist nicht Mitglied dieses Slack und kann nicht zur Teamleitung gehören.`,
      bot: (name) => `${name} ist ein Bot und kann nicht zur Teamleitung gehören.`,
      guest: (name) => `${name} ist hier zu Gast und kann nicht zur Teamleitung gehören.`,
      deactivated: (name) =>
        `${name} hat kein aktives Slack-Konto und kann nicht zur Teamleitung gehören.`,
    },
  },
};

function field(label: string, counts: string) {
  return { label, hint: (range: Range) => `${counts} ${fromTo(range)}.` };
}

function fromTo({ min, max }: Range): string {
  return `${min} bis ${max}`;
}

function numbersFromTo({ fewest, most, ...range }: ListRange): string {
  const count = fewest === most ? `${most}` : `${fewest} bis ${most}`;
  return `${count} Zahlen von ${fromTo(range)}`;
}

const ownSettings: Words['ownSettings'] = {
  title: 'Meine Einstellungen',
  digestTime: 'Uhrzeit deiner Tagesliste',
  pace: 'Pensum',
  paceHint: (range) => `Follow-ups, die du am Tag schaffst: ${fromTo(range)}.`,
  weekdaysHint: 'Auf diese Tage fallen deine Tagesliste und nächste Schritte.',
  zoneHint: 'Nach ihr richten sich deine Tage und Uhrzeiten.',
  asSlackSays: (zone) => (zone === null ? 'Wie in Slack' : `Wie in Slack: ${zone}`),
  alsoTellMe: 'Sag mir auch Bescheid',
  reminds: '15 Minuten vor einer Zusage mit Uhrzeit',
  tells: 'Morgens, wenn nichts fällig ist',
  leaderboard: 'Rangliste',
  hides: 'Meinen Namen ausblenden; meine Follow-ups zählen in den Summen mit',

  paceOutOfRange: (range) => `Wähle ein Pensum von ${fromTo(range)}.`,
  noRepAnyMore: 'Du bist hier nicht mehr dabei.',

  saidDigest: ({ at, days }) => `Deine Tagesliste: ${at}, ${days}.`,
  saidPace: (pace) => `Pensum ${pace} am Tag.`,
  saidZone: (zone, { isChosen }) =>
    isChosen
      ? `Deine Zeitzone: ${zone}, auch wenn Slack eine andere nennt.`
      : `Deine Zeitzone: wie in Slack, ${zone}.`,
  saidReminders: (on) =>
    on
      ? 'Ich erinnere dich 15 Minuten vor einer Zusage mit Uhrzeit.'
      : 'Keine Erinnerungen vor Zusagen.',
  saidClear: (on) =>
    on
      ? 'Ich sage dir morgens Bescheid, wenn nichts fällig ist.'
      : 'Ist morgens nichts fällig, melde ich mich nicht.',
  saidHidden: (hidden) =>
    hidden
      ? 'Die Rangliste lässt deinen Namen weg; deine Follow-ups zählen in den Summen mit.'
      : 'Die Rangliste zeigt deinen Namen.',
};

const PERCENT = new Intl.NumberFormat('de', { style: 'percent' });

const insights: Words['insights'] = {
  title: 'Auswertung',
  heading: ({ scope, days }) =>
    `${scope === 'me' ? 'Deine Auswertung' : 'Auswertung deines Teams'}, letzte ${days} Tage`,
  noContacts: (heading) => `${heading}: noch keine Kontakte.`,
  headline: (heading, { hits, of, yeses }) =>
    `${heading}: ${hits} von ${plural(of, 'Kontakt', 'Kontakten')} beantwortet, ${yeses}-mal Ja.`,
  overview: ({ hits, of, prospects, since, isCut }) => {
    const cut = isCut ? ' Ältere Kontakte sind zu viele, um sie auf einmal zu lesen.' : '';
    const share = shareOrFew({ hits, of });
    return `${plural(of, 'Kontakt', 'Kontakte')} mit ${plural(prospects, 'Interessent', 'Interessenten')} seit ${since}, ${hits} beantwortet: ${share}.${cut}`;
  },
  empty: (scope) =>
    `${scope === 'me' ? 'Du hast' : 'Dein Team hat'} in diesen Tagen keine Kontakte. Trag Kontakte ein, dann lernt diese Seite daraus.`,

  share: ({ share, low, high }) =>
    `${PERCENT.format(share)} (${inHundred(low)}–${inHundred(high)})`,
  rate: ({ hits, of }) => `${hits} von ${of}, ${shareOrFew({ hits, of })}`,
  shareOf: (found, of) => `${insights.share(found)} von ${of}`,

  yeses: 'Ja',
  noYeses: ': in diesen Tagen keins.',
  yesesByContact: 'Ja, nach Kontakt',
  countedByContact: (yeses) => `${yeses}-mal Ja, nach Kontakt`,
  contactOfYes: 'Kontakt, bei dem das Ja kam',
  lateYeses: (contact, rate) => [`Ab Kontakt ${contact}: `, rate, '.'],
  contactLesson: (contact, { hits, of }) =>
    `Ein Ja kommt bei uns meist ab Kontakt ${contact}: ${hits} von ${of} in einem Jahr.`,

  answeredBy: {
    contact: 'Beantwortet, nach Kontakt',
    channel: 'Beantwortet, nach Kanal',
    weekday: 'Beantwortet, nach Wochentag',
    hour: 'Beantwortet, nach Uhrzeit unseres Kontakts',
  },
  percentAnswered: '% beantwortet',
  hoursAxis: 'Stunde, und Kontakte darin',
  channels: { ...channels, social: 'Social', video: 'Video' },
  standOut: (best, worst) => `Am häufigsten beantwortet: ${best}. Am seltensten: ${worst}.`,
  noneStandsOut: {
    channel: 'Noch sticht kein Kanal heraus: die Spannen überschneiden sich.',
    weekday: 'Noch sticht kein Wochentag heraus: die Spannen überschneiden sich.',
    hour: 'Noch sticht keine Stunde heraus: die Spannen überschneiden sich.',
  },
  tooFewYet: (rows) =>
    `Noch zu wenige: ${rows.map(({ label, rate }) => `${label} (${rate.hits} von ${rate.of})`).join(', ')}.`,

  promisesKept: 'Gehaltene Zusagen',
  promisesRate: (rate) => `: ${rate ?? 'in diesen Tagen war keine fällig'}.`,

  noes: 'Nein',
  noNoes: ': in diesen Tagen keins.',
  noesByReason: (count) => `${count}-mal Nein, nach Grund`,
  noReason: 'Ohne Grund',
  noLesson: 'Dazu wurde keine Erkenntnis notiert.',
  whatWeLearned: 'Was wir gelernt haben',
  lesson: (text, { day, reason }) => [
    `${day}${reason === null ? '' : `, ${noReasons[reason]}`}: `,
    text,
  ],
  earlierLessons: (count) => `Und ${count} frühere.`,

  days: (days) => `${days} Tage`,
  sayDays: (days, isShown) => `Auswertung der letzten ${days} Tage${isShown ? ', angezeigt' : ''}`,
  scopes: { me: 'Ich', team: 'Team' },
  sayScope: (scope, isShown) =>
    `${scope === 'me' ? 'Meine eigene Auswertung' : 'Auswertung meines Teams'}${isShown ? ', angezeigt' : ''}`,
  howCounted: ({ replyDays, enough }) =>
    `Beantwortet: ein Gespräch am selben Tag, oder eine Rückmeldung innerhalb von ${replyDays} Tagen und vor unserem nächsten Kontakt. In Klammern die Spanne, in der der Anteil mit ${PERCENT.format(0.95)} Sicherheit liegt; unter ${enough} steht „noch zu wenige“.`,
  namesNobody: ' Die Zahlen des Teams nennen niemanden.',

  buttonTooOld: 'Dieser Button ist zu alt. Nimm /followup insights.',
  whoseAndHowFar:
    'Wessen, und wie weit zurück? Schreib me oder team, und 30, 90 oder 365 Tage: /followup insights team 90.',
};

function inHundred(share: number): number {
  return Math.round(share * 100);
}

function shareOrFew(rate: Rate): string {
  const found = estimate(rate);
  return found ? insights.share(found) : 'noch zu wenige für einen Anteil';
}

const EXAMPLE = '„Dana Reyes at Acme: called, no answer“';

const start: Words['start'] = {
  example: EXAMPLE,
  hello: (name) => ['Hallo ', name, '. Ich behalte deine Follow-ups im Blick.'],
  addedYou: (name) => [name, ' hat dich hinzugefügt.'],
  howToLog: (digestTime) => [
    `Schreib mir nach einem Kontakt eine Zeile auf Englisch: ${EXAMPLE}.`,
    'Ich schlage den nächsten Schritt vor und erinnere dich an dem Tag.',
    `Was fällig ist, kommt an Arbeitstagen um ${digestTime}, mit Menüs zum Eintragen.`,
  ],
  whoSeesWhat: 'Wer was sieht',
  whoSees: [
    'Deine Tagesliste siehst nur du. In der Teamnachricht stehen Zahlen, nie Namen von Interessenten.',
    'Alle hier können einen Interessenten nachschlagen.',
    'Die Teamleitung sieht auch verpasste Zusagen und was du dreimal verschoben hast.',
  ],
  addAProspect: 'Interessent anlegen',

  helloManager: (name) => ['Hallo ', name, '. Du leitest Followup hier.'],
  threeSteps: 'Drei Schritte, in beliebiger Reihenfolge.',
  setUp: {
    title: 'Team einrichten',
    says: 'Der Channel der täglichen Teamnachricht, ihre Uhrzeit und die Zeitzone.',
    button: 'Team einrichten',
  },
  import: {
    title: 'Interessenten hereinholen',
    says: 'Aus einer CSV-Datei, wie dein CRM sie exportiert.',
    button: 'Importieren',
  },
  preview: {
    title: 'Erst einen Morgen ansehen',
    says: 'Die nächste Tagesliste und Teamnachricht, nur für dich.',
    button: 'Vorschau',
  },
  yourReps: 'Dein Team',
  whoIsARep: `Wer mir eine Zeile wie ${EXAMPLE} schreibt, gehört von da an dazu.`,
  eachGets: (digestTime) =>
    `Alle bekommen an Arbeitstagen um ${digestTime} ihrer eigenen Zeit eine Tagesliste.`,

  previewOfDigest: (day, at) => `Vorschau: die Tagesliste vom ${day}, ${at}, nach jetzigem Stand.`,
  previewOfPost: (day, at) => `Vorschau: die Teamnachricht vom ${day}, ${at}, nach jetzigem Stand.`,
  onlyYou: ' Nur du siehst sie.',
  nothingDue: 'Es wäre nichts fällig, also käme nichts.',
  noChannel: 'Sie hat noch keinen Channel, also bekäme sie niemand.',

  noProspects: 'Noch keine Interessenten.',
  writeOneLine: ' Schreib mir eine Zeile auf Englisch:',
  iPropose: 'Ich schlage den nächsten Schritt vor und erinnere dich an dem Tag.',
  importAList: 'Liste importieren',
  importHelp: {
    whoImports: 'Wer den Bot betreibt, importiert eine CSV-Datei dort, wo der Bot läuft:',
    reports:
      'Das berichtet, was geschähe, und schreibt nichts: wie viele neu, bekannt, gesperrt oder ungültig sind, mit Zeilennummern.',
    doesIt:
      'Ohne `--dry-run` geschieht es. Im Docker-Image steht `node dist/import.js` für `npm run import --`.',
    recognises: 'Exporte von HubSpot, Pipedrive, Salesforce, Zoho und Close werden erkannt.',
    owners:
      'Jede Zeile geht nach E-Mail oder Name an die zuständige Person; `--owner` sagt, wer die anderen nimmt.',
  },
};

const command: Words['command'] = {
  verbs: {
    log: {
      usage: 'log [Name oder Satz]',
      summary:
        'einen Kontakt eintragen, etwa „Dana at Acme: called, no answer“; ich schlage den nächsten Schritt vor',
    },
    undo: {
      usage: 'undo',
      summary: 'den zuletzt eingetragenen Kontakt zurücknehmen, von heute oder gestern',
    },
    add: { usage: 'add [Name]', summary: 'einen Interessenten anlegen' },
    list: {
      usage: 'list [overdue|today|week|@Person|left]',
      summary: 'was offen ist, das Nächste zuerst',
    },
    show: {
      usage: 'show NAME',
      summary: 'ein Interessent: nächster Schritt, Kontaktdaten, was bisher war',
    },
    board: {
      usage: 'board [week|month|VON..BIS] [me]',
      summary: 'gemachte Follow-ups und dein eigener Platz',
    },
    insights: {
      usage: 'insights [me|team] [30|90|365]',
      summary: 'wann das Ja kommt, was beantwortet wird, was jedes Nein lehrt',
    },
    me: {
      usage: 'me',
      summary: 'Uhrzeit und Tage deiner Tagesliste, Pensum, Zeitzone, Erinnerungen, Rangliste',
    },
    cracks: {
      usage: 'cracks [me]',
      summary: 'was durchrutscht: beim Team (Teamleitung), oder was die Teamleitung von dir sieht',
    },
    handover: {
      usage: 'handover @ana to @ben [all|due]',
      summary: 'jemand anderes übernimmt, Tage und Zusagen bleiben (Teamleitung)',
    },
    preview: {
      usage: 'preview',
      summary: 'die nächste Tagesliste und Teamnachricht, nur für dich',
    },
    settings: {
      usage: 'settings',
      summary: 'Teamnachricht, Feiertage, Rhythmus, wer leitet (Teamleitung)',
    },
    reopen: {
      usage: 'reopen NAME',
      summary: 'jemanden wieder ansprechen: gewonnen, verloren oder kein Interessent',
    },
    held: {
      usage: 'held',
      summary:
        'wer die Telefonnummer mit jemandem teilt, der nicht mehr kontaktiert werden möchte; du entscheidest (Teamleitung)',
    },
    status: {
      usage: 'status',
      summary: 'was heute gesendet wurde und was nicht (Teamleitung)',
    },
    pause: {
      usage: 'pause [until JJJJ-MM-TT]',
      summary: 'keine geplanten Nachrichten (Teamleitung)',
    },
    resume: { usage: 'resume', summary: 'wieder geplante Nachrichten (Teamleitung)' },
    help: { usage: 'help', summary: 'diese Liste' },
  },
  whatICanDo: 'Was ich kann',
  unknown: (verb, closest) => [
    '„',
    verb,
    `“ kenne ich nicht. ${closest === null ? '' : `Meintest du /followup ${closest}? `}Siehe /followup help.`,
  ],
};

const faults: Words['faults'] = {
  unavailable: {
    lost: 'Followup erreicht seine Datenbank nicht. Nichts wurde gespeichert: bitte versuche es in einer Minute noch einmal.',
    busy: 'Die Datenbank ist beschäftigt. Nichts wurde gespeichert: bitte versuche es gleich noch einmal.',
    unclear:
      'Die Datenbank war beim Speichern plötzlich weg. Bitte schick es noch einmal ab: es wird nur einmal gespeichert.',
  },
  withCode: (sentence, code) => `${sentence} (Code ${code})`,
  ours: (code) => `Etwas ist schiefgegangen. Nenne deinem Admin den Code ${code}.`,
  slackDidNotWait: 'Slack hat nicht lange genug gewartet. Bitte versuche es noch einmal.',
  changedMeanwhile:
    'Das hat sich geändert, während du es angesehen hast. Bitte versuche es noch einmal.',
  slackIsBusy: 'Slack ist beschäftigt. Versuche es in einer Minute noch einmal.',
  doesNothing: 'Das bewirkt nichts mehr. Mit /followup siehst du, was geht.',
  formTooOld: 'Dieses Formular ist zu alt. Schließe es und öffne ein neues.',
  formHasProblems: 'Im Formular stimmt etwas nicht.',
  lateForm:
    'Slack hat nicht lange genug gewartet. Schick es noch einmal ab: es wird nur einmal gespeichert.',
  lateCommand: 'Das dauert länger als sonst. Versuche es gleich noch einmal.',
  notInstalled: 'Followup ist in diesem Slack-Workspace nicht installiert.',
  refusals: {
    stranger: 'Nur Mitglieder dieses Slack-Workspace können Followup benutzen.',
    guest: 'Gäste können Followup nicht benutzen. Frag ein Mitglied dieses Workspace.',
    deactivated: 'Dein Slack-Konto ist deaktiviert, damit lässt sich Followup nicht benutzen.',
    bot: 'Followup ist für Menschen da, nicht für Bots und Workflows.',
  },
  workspaceIsGone: 'Followup ist in diesem Workspace nicht installiert.',
  holdsNul: 'Dieser Text enthält ein NUL-Zeichen. Entferne es und versuche es noch einmal.',
};

const windows: Words['windows'] = {
  titles: {
    log: 'Kontakt eintragen',
    change: 'Kontakt ändern',
    add: 'Interessenten anlegen',
    snooze: 'Verschieben',
    waiting: 'Warten auf uns',
    spread: 'Tag entzerren',
    ownSettings: 'Meine Einstellungen',
    settings: 'Team-Einstellungen',
    list: 'Wiedervorlagen',
    held: 'Wartet auf dich',
    insights: 'Erkenntnisse',
    lift: 'Sperre aufheben',
    give: 'Übergeben an',
    handOver: 'Übergabe',
    cracks: 'Geht an die Leitung',
    crackNote: 'Zeile hinzufügen',
    importing: 'Liste importieren',
  },
  loading: 'Wird geladen …',
  nothingMore: 'Erledigt.',
};

export const de: Words = {
  dates,
  labels,
  steps,
  digest,
  logForm,
  answers,
  sentences,
  home,
  card,
  snooze,
  endings,
  team,
  cracks,
  handOver,
  status,
  settings,
  ownSettings,
  insights,
  start,
  command,
  faults,
  windows,
};
