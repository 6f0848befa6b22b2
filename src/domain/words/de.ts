import type { ListRange, Range } from '../cadence-numbers.ts';
import type { DeliveryKind } from '../delivery.ts';
import type { Deed } from '../digest-model.ts';
import { addDays, type LocalDate, weekdayOf } from '../local-date.ts';
import type { Action, NotAProspectReason, Rule, Status } from '../prospect.ts';
import type { DeedSince } from '../standing-changes.ts';
import type { Channel, Ending, Interest, NoReason, Outcome } from '../touch.ts';
import type { EditedPart } from '../touch-edit.ts';
import { estimate, type Rate } from '../wilson.ts';
import type { ManagersDeed, OwnersDeed } from './en/faults.ts';
import type { Words } from './en.ts';
import { joinPieces } from './join-pieces.ts';
import { pluralIn } from './plural.ts';

const counted = pluralIn('de');

function plural(count: number, one: string, other: string): string {
  return counted(count, { one, other });
}

function prospects(count: number): string {
  return plural(count, 'Interessent', 'Interessenten');
}

/** ": 3 Interessenten" after a title; none needs no count. */
function afterTitle(count: number): string {
  return count === 0 ? '' : `: ${prospects(count)}`;
}

/** "a", "a und b", "a, b und c". */
function listed(things: readonly string[]): string {
  return new Intl.ListFormat('de', { type: 'conjunction' }).format(things);
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

/** "heute", "gestern", "am Mo 16. Nov". */
function onDay(date: LocalDate, today: LocalDate): string {
  const near = dates.nearDay(date, today);
  return near === dates.day(date, today) ? `am ${near}` : near;
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

const how: Record<Channel, string> = {
  call: 'Anruf, ',
  email: 'E-Mail, ',
  text: 'SMS, ',
  social: 'Nachricht in sozialen Medien, ',
  video: 'Videoanruf, ',
  meeting: 'Treffen, ',
  other: '',
};

const noAnswer: Record<Channel, string> = {
  call: 'Anruf, nicht erreicht',
  email: 'E-Mail, keine Antwort',
  text: 'SMS, keine Antwort',
  social: 'Nachricht in sozialen Medien, keine Antwort',
  video: 'Videoanruf, nicht erreicht',
  meeting: 'Treffen, niemand da',
  other: 'nicht erreicht',
};

const sent: Record<Channel, string> = {
  call: 'Anruf, Nachricht hinterlassen',
  email: 'E-Mail geschickt',
  text: 'SMS geschickt',
  social: 'Nachricht in sozialen Medien geschickt',
  video: 'Videoanruf, Nachricht hinterlassen',
  meeting: 'Treffen, Nachricht hinterlassen',
  other: 'Nachricht geschickt',
};

const spoke: Record<Channel, string> = {
  call: 'Anruf, Gespräch geführt',
  email: 'E-Mail, ausgetauscht',
  text: 'SMS, ausgetauscht',
  social: 'Nachricht in sozialen Medien, ausgetauscht',
  video: 'Videoanruf, Gespräch geführt',
  meeting: 'persönlich getroffen',
  other: 'Gespräch geführt',
};

const theyGotInTouch: Record<Channel, string> = {
  call: 'hat angerufen',
  email: 'hat eine E-Mail geschrieben',
  text: 'hat eine SMS geschrieben',
  social: 'hat in sozialen Medien geschrieben',
  video: 'hat per Video angerufen',
  meeting: 'ist vorbeigekommen',
  other: 'hat sich gemeldet',
};

const touchPhrases: Record<Outcome, (channel: Channel) => string> = {
  no_answer: (channel) => noAnswer[channel],
  sent: (channel) => sent[channel],
  spoke: (channel) => spoke[channel],
  they_got_in_touch: (channel) => theyGotInTouch[channel],
  missed_appointment: (channel) => `${how[channel]}zum Termin nicht erschienen`,
  not_now: (channel) => `${how[channel]}nicht jetzt, später`,
  wrong_contact: (channel) => `${how[channel]}falsche Ansprechperson`,
  yes: (channel) => `${how[channel]}Ja`,
  no: (channel) => `${how[channel]}Nein`,
  stop: (channel) => `${how[channel]}möchte nicht mehr kontaktiert werden`,
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
  you: 'Du',
  somebody: 'Jemand',
  logATouch: 'Kontakt eintragen',
  sayLogTouch: (label) => `Kontakt eintragen: ${label}`,
  addName: (name) => `„${name}“ anlegen`,
  quoted: (words) => ['„', words, '“'],
  undo: 'Rückgängig',
  change: 'Ändern',
  cancel: 'Abbrechen',
  close: 'Schließen',
  done: 'Fertig',
  save: 'Speichern',
  touch: ({ channel, outcome }) => touchPhrases[outcome](channel),
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

/** What somebody did, after the name: with the day in it, and "Du hast" apart from "Ben hat". */
const past: Record<Channel, (has: 'hat' | 'hast', when: string) => string> = {
  call: (has, when) => `${has} ${when} angerufen`,
  email: (has, when) => `${has} ${when} gemailt`,
  text: (has, when) => `${has} ${when} eine SMS geschickt`,
  social: (has, when) => `${has} ${when} online geschrieben`,
  video: (has, when) => `${has} ${when} per Video gesprochen`,
  meeting: (has, when) => `${has} ${when} ein Treffen gehabt`,
  other: (has, when) => `${has} ${when} Kontakt aufgenommen`,
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

function otherDays(days: number): string {
  return plural(days, 'anderen Tag', 'andere Tage');
}

const digest: Words['digest'] = {
  headline: (day, { open, ahead, done, putOff, promised, first: time }) => {
    const all = open + done + putOff;
    if (all > open) {
      const off = putOff === 0 ? '' : `, ${putOff} verschoben`;
      if (open > 0) return `${day}: ${done} von ${all} erledigt${off}.`;
      return off === ''
        ? `${day}: Alles erledigt, ${all} von ${all}.`
        : `${day}: Nichts mehr offen, ${done} erledigt${off}.`;
    }
    const back = ahead === 0 ? '' : ` ${ahead} vor deiner Rückkehr.`;
    if (open === ahead) return `${day}: ${back === '' ? 'Nichts' : 'Heute nichts'} fällig.${back}`;
    const ofThese = promised === 0 ? '' : `, ${promised} zugesagt`;
    return `${day}: ${open - ahead} heute${ofThese}${time === null ? '' : `, zuerst ${time}`}.${back}`;
  },
  sentLate: (plannedFor) => `Verspätet: geplant für ${plannedFor}.`,
  overPace: ({ due, pace }) => `${due} fällig, dein Pensum ist ${pace}.`,
  spreadOver: (days) => `Auf ${otherDays(days)} verteilen…`,
  saySpreadOver: ({ due, days }) =>
    `Auf ${otherDays(days)} verteilen: zeigen, was aus ${due} Follow-ups wird`,
  movedUpTo: (count, day) => `${count} auf Tage mit Platz verteilt, bis ${day}.`,
  sayPutBack: (count) =>
    `Rückgängig: ${plural(count, 'Follow-up', 'Follow-ups')} auf heute zurücklegen`,
  tomorrow: (count) => (count === 0 ? 'Morgen nichts.' : `Morgen ${count}.`),
  onNextDay: (day, count) => (count === 0 ? `Nichts am ${day}.` : `${day}: ${count}.`),
  teamSees: ({ at, slipping, inTotal }) => {
    const log = `Trag ${slipping === 1 ? 'es' : 'sie'} vorher ein`;
    return inTotal
      ? `Das Team sieht um ${at}: eine Summe ohne Namen, ${slipping} davon von dir. ${log}, dann sind es 0.`
      : `Das Team sieht um ${at}: du, ${slipping} liegen geblieben. ${log}, dann steht da 0.`;
  },
  andMore: (count) => `Und ${count} weitere: öffne die Liste.`,
  openList: 'Liste öffnen',
  sayOpenList: 'Liste öffnen: deine Follow-ups',
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
  reachedOut: ({ isOwn, channel, touchedOn, betterFrom }, today) => {
    const did = past[channel](isOwn ? 'hast' : 'hat', onDay(touchedOn, today));
    return ` ${did}. Besser ab ${dates.day(betterFrom, today)}.`;
  },
  deed: (kind, { by, what }) => [
    deeds[kind],
    ...(by === null ? [] : [' von ', by]),
    `${kind === 'logged' ? ': ' : ''}${what}.`,
  ],
  isOld: (day) => `Diese Tagesliste ist vom ${day}. Sieh in die heutige oder in /followup list.`,
  next: 'Nächster Schritt: ',
  noAnswer: (label) => `${outcomes.no_answer}: ${label}`,
  sayNoAnswer: (whom) => `Anruf eintragen, nicht erreicht: ${whom}`,
  sayUndoTouch: (label) => `Den Kontakt mit ${label} rückgängig machen`,
  sayProspectAfterAll: (label) => `Rückgängig: ${label} ist doch ein Interessent`,

  menu: {
    log: 'Eintragen',
    logWith: (name) => `Eintragen: ${name}`,
    decideOn: (name) => `Entscheiden: ${name}`,
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
    drop: 'Fallen lassen, nicht mehr erinnern',
  },
};

const logForm: Words['logForm'] = {
  log: 'Eintragen',
  prospect: 'Interessent',
  typeName: 'Name oder Firma eingeben',
  whatHappened: 'Was war',
  choose: 'Auswählen',
  how: 'Wie',
  nextStep: 'Nächster Schritt',
  emptyMeansProposal: 'Leer heißt: der Vorschlag gilt',
  nextDate: 'Nächster Termin',
  nextDateHint: 'Leer heißt: der Vorschlag gilt.',
  promise: 'Zusage',
  agreed: 'Gemeinsam vereinbart',
  time: 'Uhrzeit',
  note: 'Notiz',
  points: 'Zwei Punkte von ihrer Seite',
  pointsExample: 'Budget im Januar; braucht SSO',
  when: 'Wann',
  interest: 'Interesse',
  unchanged: 'Unverändert',

  checkInOn: 'Wieder melden am',
  checkInHint: 'Um die Beziehung zu öffnen. Leer heißt: der Vorschlag gilt.',
  dateTheyNamed: 'Genannter Termin',
  dateTheyNamedHint: 'Er wird eine Zusage.',
  reason: 'Grund',
  chooseClosest: 'Den passendsten wählen',
  lesson: 'Was haben wir gelernt',
  askAgainOn: 'Wieder fragen am',
  whatStops: 'Was soll aufhören',
  everything: 'Alles',
  onlyChannel: 'Nur der Weg, der unter „Wie“ steht',
  whatStopsHint: (channel) =>
    `„Alles“ beendet die Ansprache sofort. „Nur der Weg“ lässt alle anderen Wege außer ${channels[channel]} offen.`,

  proposed: (next) => ['Vorschlag: ', ...next, '.'],
  promiseStays: (day) => `Die Zusage für ${day} bleibt, außer du gibst einen neuen Termin an.`,
  onlyTheyGotInTouch:
    'Möchte nicht mehr kontaktiert werden: nur „Hat sich gemeldet“ kann eingetragen werden.',
  nextStepStays: 'Seit diesem Kontakt ist mehr geschehen: der nächste Schritt bleibt, wie er ist.',

  add: 'Anlegen',
  name: 'Name der Person',
  nameExample: 'Jana Roth',
  nameIsCut: 'Aus der Suche kam nur der Anfang mit. Ergänze den Rest.',
  company: 'Firma',
  companyExample: 'Birke GmbH',
  email: 'E-Mail-Adresse',
  phone: 'Telefon',
  phoneHint: 'Mit Landesvorwahl, etwa +49 30 5550142.',
  somebodyLikeThat: 'Jemand wie diese Person ist schon hier. Noch ist nichts gespeichert.',
  use: (label) => `${label} nehmen`,
  addAnyway: 'Trotzdem anlegen',
  knownAs: (owner, { status, last }, today) => {
    const whose =
      owner === null ? 'niemand zuständig' : `zuständig: ${owner.isReader ? 'du' : owner.name}`;
    const stands = status === 'open' ? '' : `, ${statuses[status]}`;
    const happened = last ? `, ${labels.touch(last)}, ${dates.nearDay(last.touchedOn, today)}` : '';
    return `${whose}${stands}${happened}`;
  },

  problems: {
    whom: 'Um wen geht es? Wähle einen Interessenten.',
    what: 'Was war? Wähle eines aus.',
    how: 'Wie? Wähle eines aus.',
    nameOrCompany: 'Gib einen Namen oder eine Firma an.',
    nobodyNamed: 'Gib einen Namen oder eine Firma an, damit alle wissen, um wen es geht.',
    longName: (most) => `Namen dürfen höchstens ${most} Zeichen lang sein.`,
    noEmail: 'Das ist keine E-Mail-Adresse. Schreib sie so: dana@acme.example.',
    noPhone: 'Das ist keine Telefonnummer. Schreib sie so: +49 30 5550142.',
  },
};

const deedsLogged = { logged: 'Eingetragen', changed: 'Geändert', same: 'Nichts geändert' };

const editedParts: Record<EditedPart, string | null> = {
  noReason: null,
  lesson: 'Erkenntnis',
  note: 'Notiz',
  points: 'Punkte',
};

/** "mit dem Anruf von Ben", "mit deinem Anruf": what follows "d" and "dein". */
const together: Record<Channel, string> = {
  call: 'em Anruf',
  email: 'er E-Mail',
  text: 'er SMS',
  social: 'er Nachricht in sozialen Medien',
  video: 'em Videoanruf',
  meeting: 'em Treffen',
  other: 'em Kontakt',
};

const since: Record<DeedSince, (label: string, to: string) => string> = {
  log: (label) => `seitdem einen weiteren Kontakt mit ${label} eingetragen`,
  snooze: (label, to) => `${label} seitdem${to} verschoben`,
  revisit: (label, to) => `${label} seitdem${to} verschoben`,
  reopen: (label) => `${label} seitdem wieder geöffnet`,
  drop: (label) => `${label} seitdem fallen gelassen`,
  stop: (label) => `seitdem eingetragen, dass ${label} nicht mehr kontaktiert werden möchte`,
  not_a_prospect: (label) => `seitdem eingetragen, dass ${label} kein Interessent ist`,
  lift: (label) => `seitdem die Kontaktsperre für ${label} aufgehoben`,
  import: (label) => `${label} seitdem noch einmal importiert`,
  other: (label) => `${label} seitdem geändert`,
};

const endingNouns: Record<Ending, { a: string; no: string; the: string }> = {
  yes: { a: 'ein Ja', no: 'kein Ja', the: 'das Ja' },
  no: { a: 'ein Nein', no: 'kein Nein', the: 'das Nein' },
  stop: { a: 'eine Kontaktsperre', no: 'keine Kontaktsperre', the: 'die Kontaktsperre' },
};

const answers: Words['answers'] = {
  logged: ({ kind, what, on, contacts }, { whom, bold }) => [
    bold(deedsLogged[kind]),
    `: ${what}${on === null ? '' : `, am ${on}`}. `,
    ...whom,
    `${contacts > 0 ? `, Kontakt ${contacts}` : ''}.`,
  ],
  was: ({ what, on }) => `Vorher: ${what}${on === null ? '' : `, am ${on}`}.`,
  partsChanged: (changed) => {
    const list = listed(changed.flatMap((part) => editedParts[part] ?? []));
    return list === '' ? null : `${list} geändert.`;
  },
  next: (next, { stays, bold }) => [
    bold(stays ? 'Nächster Schritt bleibt' : 'Nächster Schritt'),
    ': ',
    ...next,
    '.',
  ],
  promiseKept: 'Zusage gehalten.',
  promiseLate: (day) => `Die Zusage war für ${day} und zählt als nicht gehalten.`,
  promiseStays: (day) => `Die Zusage für ${day} bleibt. Mit einem neuen Tag änderst du sie.`,
  promiseOnDayOff: (day) => `${day} ist kein Arbeitstag. Die Zusage bleibt trotzdem.`,
  moved: ({ from, to }) => `${from} ist kein Arbeitstag: verschoben auf ${to}.`,
  oneContact: (by, { channel, betterFrom }) => [
    `Zählt mit ${by === null ? 'dein' : 'd'}${together[channel]}`,
    ...(by === null ? [] : [' von ', by]),
    ` als ein Kontakt und nicht für die Rangliste. Besser ab ${betterFrom}.`,
  ],
  tooSoon: (by, { isOwn, touchedOn, betterFrom }, today) => [
    by,
    ` ${isOwn ? 'hast dich' : 'hat sich'} ${onDay(touchedOn, today)} schon gemeldet, deshalb zählt das nicht für die Rangliste. Besser ab ${dates.day(betterFrom, today)}.`,
  ],
  nextUp: (label) => `Weiter: ${label}`,
  sayNextUp: (label) => `Weiter: ${label}, Kontakt eintragen`,
  sayChange: (label) => `Den Kontakt mit ${label} ändern`,
  undone: (what, whom) => [`Rückgängig gemacht: ${what === null ? '' : `${what}. `}`, ...whom, '.'],
  asBefore: (next) => ['Alles wie vorher: ', ...next, '.'],
  endedAsBefore: (sentence) => `Alles wie vorher. ${sentence}`,
  row: (whom, { day, what, isEdited }) => [
    whom,
    `. ${day}: ${what}${isEdited ? ', geändert' : ''}.`,
  ],
  faults: {
    dayToCome: 'Der Tag kommt erst noch. Wähle heute oder einen früheren Tag.',
    withinLast: (days) => `Wähle einen Tag innerhalb der letzten ${days} Tage.`,
    dayPast: 'Der Tag ist schon vorbei. Wähle heute oder einen späteren Tag.',
    whenBack: 'Wann sollst du dich wieder melden? Wähle den Tag.',
    timeWithoutDay: 'Zur Uhrzeit gehört ein Tag. Wähle ihn dazu.',
    agreedForWhen: 'Für welchen Tag vereinbart? Wähle ihn dazu.',
    whyNo: 'Warum war es ein Nein? Wähle den Grund, der am besten passt.',
    stopped: (stop) => `${stop} ${logTheirs}`,
    held: (hold) => `${hold} Die Teamleitung muss sagen, ob es dieselbe Person ist. ${logTheirs}`,
    notThisChannel: (label) =>
      `${label} möchte auf diesem Weg nicht mehr kontaktiert werden. Wähle einen anderen.`,
    noSuchTouch: 'Diesen Kontakt gibt es hier nicht.',
    othersToMove:
      'Nur wer einen Kontakt eingetragen hat, kann ihn einem anderen Interessenten zuordnen.',
    othersToChange: 'Nur wer einen Kontakt eingetragen hat oder das Team leitet, kann ihn ändern.',
    othersToUndo:
      'Nur wer einen Kontakt eingetragen hat oder das Team leitet, kann ihn rückgängig machen.',
    othersChange: 'Nur wer etwas geändert hat oder das Team leitet, kann es rückgängig machen.',
    undoneAlready: 'Dieser Kontakt wurde rückgängig gemacht. Trag neu ein, was war.',
    tooOldToChange: ({ on, days }) =>
      `Das wurde am ${on} eingetragen. Eigene Kontakte kannst du ${plural(days, 'Tag', 'Tage')} lang ändern; danach hilft die Teamleitung.`,
    dayAfterLogging: (on) =>
      `Das wurde am ${on} eingetragen. Wähle diesen Tag oder einen früheren.`,
    dayBeforeLogging: ({ on, days }) =>
      `Das wurde am ${on} eingetragen. Wähle einen Tag höchstens ${plural(days, 'Tag', 'Tage')} davor.`,
    staysEnded: (label, ending) =>
      `${moreHappened(label)} deshalb bleibt es ${endingNouns[ending].a}. Mach zuerst rückgängig, was danach kam, oder trag ein, was jetzt gilt.`,
    cannotEnd: (label, ending) =>
      `${moreHappened(label)} deshalb wird daraus ${endingNouns[ending].no} mehr. Trag ${endingNouns[ending].the} als eigenen Kontakt ein.`,
    stopStays: (label) =>
      `${moreHappened(label)} deshalb bleibt die Kontaktsperre, wie sie ist. Um einen anderen Weg zu sperren, trag einen weiteren Kontakt ein.`,
    nothingToUndo:
      'Nichts rückgängig zu machen: Du hast heute und gestern keinen Kontakt eingetragen, der noch gilt.',
    changedSince: ({ isOwn, name }, { deed, label, to }) => {
      const who = isOwn ? labels.you : (name ?? labels.somebody);
      const did = since[deed](label, to === null ? '' : ` auf ${to}`);
      return `${who} ${isOwn ? 'hast' : 'hat'} ${did}. Das lässt sich nicht mehr rückgängig machen.`;
    },
  },
};

const logTheirs = `„${outcomes.they_got_in_touch}“ kannst du weiter eintragen.`;

function moreHappened(label: string): string {
  return `Seitdem ist mit ${label} mehr passiert,`;
}

function sayTold({ channel, outcome, on }: Parameters<Words['sentences']['understood']>[0]) {
  const what =
    outcome === null
      ? channel && channels[channel]
      : labels.touch({ channel: channel ?? 'other', outcome });
  if (on === null) return what;
  return `${what ?? 'Kontakt'}, am ${on}`;
}

const sentences: Words['sentences'] = {
  whomAbout: 'Sag mir, um wen es geht, oder öffne das Formular. Noch ist nichts eingetragen.',
  tooLong:
    'Das ist zu lang für einen einzelnen Kontakt. Schreib eine Zeile oder öffne das Formular.',
  quoted:
    'Das zitiert jemanden, deshalb habe ich nichts eingetragen. Sag es in deinen Worten oder öffne das Formular.',
  notDone:
    'Noch nichts passiert, also nichts eingetragen. Schreib mir, sobald es so weit war. Wer dran ist: /followup list today.',
  unknown: (name) => ['Ich kenne niemanden wie „', name, '“. Noch ist nichts eingetragen.'],
  fitsTooMany: 'Der Name passt auf zu viele. Ergänze den Nachnamen oder die Firma.',
  whichOne: 'Wer ist gemeint? Noch ist nichts eingetragen.',
  oneAtATime: 'Ein Interessent nach dem anderen: Um wen geht es? Noch ist nichts eingetragen.',
  whatHappened: 'Was war? Noch ist nichts eingetragen.',
  notYours: 'Nur wer zuständig ist oder das Team leitet, kann ein Ja oder Nein eintragen.',
  whyNo: 'Warum war es ein Nein? Wähle den Grund im Formular. Noch ist nichts eingetragen.',
  whenBack:
    'Wann sollst du dich wieder melden? Wähle den Tag im Formular. Noch ist nichts eingetragen.',
  whichDay: 'Welcher Tag? Das Datum ist mir nicht klar. Noch ist nichts eingetragen.',
  inForm: {
    tooLong: 'Das ist zu lang für einen einzelnen Kontakt. Es steht in der Notiz.',
    quoted: 'Das zitiert jemanden, deshalb steht es nur in der Notiz.',
    notDone: 'Noch nichts passiert? Trag es ein, sobald es so weit war.',
    unknown: (name) => ['Ich kenne niemanden wie „', name, '“.'],
    oneAtATime: 'Ein Interessent nach dem anderen: Wähle, um wen es geht.',
    whichDay: 'Das Datum ist mir nicht klar. Wähle den Tag.',
  },
  understood: (said, { whom, step }) => {
    const read = joinPieces([sayTold(said), whom], '. ');
    const next = joinPieces([step, said.when], ', ');
    const promised = said.promise && said.when !== null ? ', zugesagt' : '';
    return joinPieces(
      [
        read.length === 0 ? [] : ['Verstanden: ', ...read, '.'],
        next.length === 0 ? [] : [digest.next, ...next, `${promised}.`],
      ],
      ' ',
    );
  },
  thisOne: 'Auswählen',
  sayAbout: (label) => `Auswählen: ${label}`,
  sayOutcome: (outcome, label) => `${outcome}: ${label}`,
  openForm: 'Formular öffnen',
  somethingElse: 'Etwas anderes…',
  questionTooOld: 'Diese Frage ist zu alt. Schreib die Zeile noch einmal.',
};

const home: Words['home'] = {
  owns: (open) => `, ${plural(open, 'offener Interessent', 'offene Interessenten')}.`,
  log: 'Eintragen',
  clear: 'Du hast alles erledigt.',

  today: 'Heute',
  thisWeek: 'Diese Woche',
  nextWeek: 'Nächste Woche',
  nurture: 'Pflege',
  all: 'Alle',
  recent: 'Zuletzt',
  recentTouches: 'Letzte Kontakte',
  numbers: 'Meine Zahlen',
  tab: (part, count) => `${part} ${count}`,
  sayTab: (label) => `${label} zeigen`,
  sayShownTab: (label) => `${label}, steht darunter`,
  heading: (part, shown) => `${part}, ${shown}`,
  onDay: (day, count) => `${day}, ${count}`,
  showAll: (total) => `Alle ${total} zeigen`,
  sayShowAll: (part, total) => `Alle ${total} zeigen: ${part}`,

  nothingMore: (which, after) => {
    const then = after === null ? '' : ` Dann ${after.day}, ${after.count}.`;
    return `${which === 'this' ? 'Diese' : 'Nächste'} Woche steht nichts mehr an.${then}`;
  },
  nobodyQuiet: 'Niemand ist in der Pflege.',
  nothingOpen: 'Nichts ist offen.',
  nothingLogged: 'In den letzten 7 Tagen ist nichts eingetragen.',

  numberLines: ({ followUps, followUpsLastWeek, prospectsChased, yes, no, promises }) => [
    `${followUpsOf(followUps)} diese Woche, ${followUpsLastWeek} letzte Woche.`,
    ...(prospectsChased > 0
      ? [
          `${plural(prospectsChased, 'Interessent', 'Interessenten')} angesprochen, ${yes} Ja, ${no} Nein.`,
        ]
      : []),
    ...(promises.due > 0 ? [`Zusagen gehalten: ${promises.kept} von ${promises.due}.`] : []),
  ],

  heldForYou: (count) =>
    `Für dich angehalten: ${count}. Gleiche Telefonnummer wie jemand, der nicht mehr kontaktiert werden möchte.`,
  look: 'Ansehen',
  sayLook: 'Ansehen, wer für dich angehalten ist',
  see: 'Ansehen',
  seeCracks: 'Ansehen, was dem Team durchgerutscht ist',

  pageTooOld: 'Dieser Knopf ist zu alt. Öffne die App-Startseite noch einmal.',
};

function shownRows({ first: from, last, total }: { first: number; last: number; total: number }) {
  return from === last ? `${from} von ${total}` : `${from} bis ${last} von ${total}`;
}

const card: Words['card'] = {
  title: 'Interessent',
  standing: ({ status, closedReason, contacts, owner, interest, snoozes }) => [
    `${statuses[status]}${labels.closedReason(closedReason)}`,
    contacts === 0 ? ', noch kein Kontakt' : `, Kontakt ${contacts}`,
    ...(owner === null ? [] : [', zuständig: ', owner]),
    interest === null ? '' : `, ${interests[interest].toLowerCase()}`,
    snoozes === 0 ? '' : `, ${snoozes}-mal verschoben`,
    '.',
  ],
  next: ({ when, promised, rule }) =>
    `Nächster Schritt ${when}${promised ? ', zugesagt' : ` (${steps.rule(rule)})`}: `,
  dueAndHeld: (when) => `Fällig ${when}, angehalten. `,
  waitsForYou: 'Ist es dieselbe Person? Bis du entscheidest, nimmt niemand Kontakt auf.',
  waitsForManager:
    'Die Teamleitung muss entscheiden, ob es dieselbe Person ist. Bis dahin nimmt niemand Kontakt auf.',
  lookAgain: (day) => `Am ${day} noch einmal ansehen.`,
  yesesComeLate: ({ from, hits, of }) =>
    `Meist kommt das Ja bei Kontakt ${from} oder später: ${hits} von ${of} in einem Jahr.`,
  stopped: (said, { manages }) => [
    said,
    ` Nur „${outcomes.they_got_in_touch}“ lässt sich eintragen.${manages ? '' : ' Die Teamleitung kann das aufheben.'}`,
  ],
  lifted: ({ day, by, reason }) => [`Kontaktsperre aufgehoben, ${day} (`, by, '): ', reason],
  reach: 'Erreichbar: ',

  timeline: 'Verlauf',
  nothingLogged: 'Noch nichts eingetragen.',
  touch: ({ day, noReason, promise, edited, by, ...touch }) => [
    `${day}: ${labels.touch(touch)}${labels.closedReason(noReason)}`,
    promise === null ? '' : `, Zusage ${promise === 'kept' ? 'gehalten' : 'verpasst'}`,
    `${edited ? ', geändert' : ''}. `,
    by,
  ],
  note: (text) => ['Notiz: ', text],
  lesson: (text) => ['Erkenntnis: ', text],
  imported: ({ contacts, last }) =>
    `Importiert mit ${plural(contacts, 'Kontakt', 'Kontakten')}${last === null ? '' : ` (zuletzt am ${last})`}.`,
  earlier: (count) => `Und ${plural(count, 'früherer Kontakt', 'frühere Kontakte')}.`,
  changeATouch: 'Kontakt ändern',
  touchToChange: ({ day, by, ...touch }) =>
    `${day}: ${labels.touch(touch)}${by === null ? '' : `, ${by}`}`,

  giveTo: 'Übergeben an…',
  sayGive: (label) => `Übergeben an jemand anderen: ${label}`,

  list: {
    title: 'Follow-up-Liste',
    your: {
      open: 'Deine Follow-ups',
      overdue: 'Deine Follow-ups, zu spät',
      today: 'Deine Follow-ups bis heute',
      week: 'Deine Follow-ups bis Sonntag',
    },
    ofRep: (name) => ['Follow-ups von ', name],
    leftBehind: 'Zurückgelassen',
    count: afterTitle,
    today: (time) => (time === null ? 'Heute' : `Heute, ${time}`),
    log: 'Eintragen',
    row: ({ when, promised, owner }) => [
      `${when === null ? '' : `. ${when}`}${promised ? ', zugesagt' : ''}`,
      ...(owner === null ? [] : [', von ', owner]),
    ],
    toSearch: (shown) => `${shown}. Zum Suchen: /followup show NAME.`,
    pages: {
      shown: shownRows,
      previous: (rows) => `Vorige ${rows}`,
      next: (rows) => `Nächste ${rows}`,
      say: (button, rows) => `${button}: ${shownRows(rows)}`,
    },
    tooOld: 'Dieser Knopf ist zu alt. Nimm /followup list.',
    nothingOpen: 'Nichts ist offen. Fang an mit /followup add.',
    nothingOpenYet: 'Nichts ist offen. Trag einen Kontakt mit jemand Neuem ein.',
    nothingDue: 'Nichts. Alles im Griff.',
    nothingLeftBehind: 'Niemand, der nicht mehr da ist, hat etwas offen.',
    whichOne: (query, { count, hasMore }) => [
      `Wer ist gemeint? ${hasMore ? 'Mehr als ' : ''}${count} passen zu „`,
      query,
      '“. Schreib mehr vom Namen.',
    ],
    nobodyCalledThat:
      'Niemand heißt so. Versuche einen Teil des Namens, oder leg einen Interessenten an mit /followup add.',
    which:
      'Welche Liste? Schreib overdue, today oder week, oder erwähne jemanden mit @. Für einen Interessenten: /followup show und der Name.',
    whom: 'Wen? Schreib /followup show und einen Namen oder eine Firma.',
    noRep: 'Diese Person nutzt Followup noch nicht und hat deshalb keine Liste.',
    searchTooLong: (length) => `Suche mit höchstens ${length} Zeichen.`,
  },
};

const snooze: Words['snooze'] = {
  whichDay: (promised) =>
    promised
      ? 'Du hast einen Tag zugesagt. Ist der neue gemeinsam vereinbart?'
      : 'Wann wieder auf deine Liste?',
  newDate: 'Neuer Tag',
  within: (days) => `Innerhalb von ${plural(days, 'Tag', 'Tagen')}.`,
  agreed: 'Gemeinsam vereinbart',
  agreedYes: 'Ja: es bleibt eine Zusage, für den neuen Tag',
  agreedNo: 'Nein: es zählt als nicht gehaltene Zusage',
  chooseNewDate: 'Wähle den neuen Tag.',

  inTheWay: 'Was steht im Weg?',
  anyway: 'Trotzdem verschieben',
  inARow: (whom, { times, day, seen }) => [
    [whom, `. Zum ${times}. Mal in Folge verschieben, auf ${day}.`],
    [
      `Die Teamleitung sieht, wer ${seen}-mal verschoben wurde. Mit einem Kontakt beginnt die Zählung neu.`,
    ],
  ],
  reasons: {
    askedLater: {
      why: 'Später gewünscht.',
      follows: 'Der genannte Tag wird zur Zusage.',
      button: 'Eintragen',
      says: 'Eintragen: später gewünscht',
    },
    waiting: {
      why: 'Wartet auf uns.',
      follows: (day) => `Der nächste Schritt ist dann, am ${day} nachzuhaken.`,
      button: 'Nachhaken',
      says: 'Nachhaken: worauf gewartet wird',
    },
    noTime: {
      why: 'Keine Zeit.',
      follows: 'Was fällig ist, wird auf Tage mit Platz verteilt.',
      button: 'Platz schaffen',
      says: 'Platz schaffen: was fällig ist auf Tage mit Platz verteilen',
    },
    notWorthIt: {
      why: 'Lohnt sich nicht.',
      follows: 'Damit ist Schluss, mit dem Grund.',
      button: 'Nein eintragen',
    },
    nurture: {
      follows: (days) =>
        `Oder Pflege: in ${plural(days, 'Tag', 'Tagen')} etwas Nützliches, keine Anrufe.`,
      button: 'Pflege',
      says: (label) => `Pflege: ${label}`,
    },
  },
  became: {
    snoozed: 'Verschoben. Deine Tage haben Platz, sonst muss nichts weichen.',
    nurtured: 'Jetzt in der Pflege.',
  },

  waitingForUs: 'Wartet auf uns',
  back: 'Zurück',
  chaseWhat: 'Bei wem oder weswegen nachhaken?',
  chaseExample: 'Rechtsabteilung wegen des Vertrags',
  chaseHint: 'Der nächste Schritt heißt dann „Nachhaken: …“.',
  chaseOn: 'Am',
  sayChaseWhat: 'Schreib, bei wem oder weswegen.',
  chooseDay: 'Wähle den Tag.',
  chaseVerb: 'Nachhaken',
  chase: (what) => `Nachhaken: ${what}`,

  spread: {
    title: 'Deinen Tag verteilen',
    submit: 'Verteilen',
    wouldMove: (count) =>
      `${count} ${count === 1 ? 'würde' : 'würden'} auf die nächsten Arbeitstage mit Platz rücken.`,
    todayStay: (count) => `Heute: ${count} ${count === 1 ? 'bleibt' : 'bleiben'}`,
    onDay: ({ day, moved, had }) => `${day}: ${moved}${had === 0 ? '' : ` zusätzlich zu ${had}`}`,
    andSoOn: (day) => `und so weiter, bis ${day}`,
    whatStays: (hours) =>
      `Zusagen, Gespräche und von dir gewählte Tage bleiben. Nichts wird gelöscht, und ${plural(hours, 'Stunde', 'Stunden')} lang lässt es sich rückgängig machen.`,
    moved: ({ count, days }, bold) => [bold(`${count} verteilt`), `${onDays(days)}.`],
    undoFor: (hours) =>
      `Rückgängig machen geht ${plural(hours, 'Stunde', 'Stunden')} lang, auch in der Tagesliste von heute.`,
    nothing: 'Dein Tag passt schon zu deinem Pensum. Nichts wurde verteilt.',
    undone: ({ restored, stayed }) => {
      const back = `${restored} ${restored === 1 ? 'steht wieder an seinem' : 'stehen wieder an ihrem'} Tag.`;
      if (stayed === 0) return back;
      const [changed, stay] = stayed === 1 ? ['hat', 'bleibt'] : ['haben', 'bleiben'];
      return `${back} ${plural(stayed, 'Follow-up', 'Follow-ups')} ${changed} sich seitdem geändert und ${stay}.`;
    },
  },

  soon: ({ time, minutes }, whom) => [
    `${time}, ${minutes < 1 ? 'jetzt' : `in ${plural(minutes, 'Minute', 'Minuten')}`}: `,
    ...whom,
    '.',
  ],

  faults: {
    nothingToSnooze: (label) => `${label} ist nicht offen: Es gibt nichts zu verschieben.`,
    tooFar: (days) =>
      `Verschieben geht um höchstens ${plural(days, 'Tag', 'Tage')}. Später gewünscht? Trag „${outcomes.not_now}“ ein.`,
    notOpen: (label) => `${label} ist nicht offen.`,
    openAlready: (label) => `${label} ist schon offen.`,
    askedToStop: (label) =>
      `${label} möchte nicht mehr kontaktiert werden. Die Teamleitung kann die Kontaktsperre aufheben.`,
    noRevisit: (label) => `${label} steht nicht zur Wiedervorlage.`,
    windowGone: 'Dieses Fenster ist nicht mehr da. Öffne es noch einmal aus der Zeile.',
    takenBackAlready: 'Das wurde schon rückgängig gemacht.',
    noSuchSpread: 'Diese Verteilung gibt es hier nicht.',
    othersSpread:
      'Nur die Person, deren Tag es war, oder die Teamleitung kann das rückgängig machen.',
    tooLateToUndo: (hours) =>
      `Eine Verteilung lässt sich ${plural(hours, 'Stunde', 'Stunden')} lang rückgängig machen.`,
  },
};

/** " auf Mi 18. Nov und Do 19. Nov", " auf 4 Tage von Mi 18. Nov bis Mo 23. Nov" */
function onDays(days: readonly string[]): string {
  if (days.length === 0) return '';
  if (days.length < 3) return ` auf ${listed(days)}`;
  return ` auf ${days.length} Tage von ${days[0]} bis ${days.at(-1)}`;
}

const endings: Words['endings'] = {
  you: 'du',
  askedToStop: (day) =>
    day === null
      ? 'Möchte nicht mehr kontaktiert werden.'
      : `Möchte seit ${day} nicht mehr kontaktiert werden.`,
  samePhone: (label, day) =>
    `Gleiche Telefonnummer wie ${label}: möchte ${day === null ? '' : `seit ${day} `}nicht mehr kontaktiert werden.`,
  notToUse: (ways) =>
    `Möchte auf diesen Wegen nicht kontaktiert werden: ${ways.map((way) => channels[way]).join(', ')}.`,

  became: (what, reason) => {
    if (what === 'reopened') return 'Wieder geöffnet';
    if (what === 'lifted') return 'Kontaktsperre aufgehoben';
    return `${statuses.not_a_prospect}${labels.closedReason(reason)}`;
  },
  outOfAll: 'In keiner Liste, Auswertung und Rangliste mehr.',
  next: 'Nächster Schritt',
  allowedAgain: (channel) => `Wieder erlaubt: ${channels[channel]}.`,
  liftedToo: (count) =>
    `Mit aufgehoben: ${plural(count, 'weiterer Eintrag', 'weitere Einträge')} derselben Person.`,
  sayUndo: (label) => `Für ${label} rückgängig machen`,

  sayReopen: (label) => `${label} wieder öffnen`,
  which: (query) => ['Wer ist mit „', query, '“ gemeint?'],
  whom: 'Wen? Schreib /followup reopen und einen Namen oder eine Firma.',
  nobodyCalledThat: 'Niemand heißt so. Versuche einen Teil des Namens.',
  nobodyClosed: 'Niemand mit diesem Namen ist gewonnen, verloren oder kein Interessent.',

  chooseWhy: 'Wähle, warum das kein Interessent ist.',
  isNoneAlready: (label) => `${label} ist schon als kein Interessent eingetragen.`,
  staysStopped: (stop) => `${stop} Das bleibt so.`,

  held: {
    title: 'Für dich angehalten',
    head: (total) => `Angehalten für die Teamleitung${afterTitle(total)}`,
    nobody: 'Nichts wartet auf deine Entscheidung.',
    more: (count) => `Und danach ${count} weitere.`,
    same: 'Dieselbe Person: sperren',
    saySame: (label) => `Dieselbe Person: sperren, und zwar ${label}`,
    other: 'Jemand anders: weiter',
    sayOther: (label) => `Jemand anders: weiter mit ${label}`,
    decided: (verdict) =>
      verdict === 'same'
        ? ': dieselbe Person. Gesperrt, in keiner Liste mehr.'
        : ': jemand anders. Es geht weiter; nach diesen beiden wird nicht mehr gefragt.',
    notThere: 'Dort ist nichts angehalten. Sieh nach mit /followup held.',
    stopWasLifted: (label) =>
      `Die Kontaktsperre von ${label} wurde aufgehoben: nichts ist angehalten.`,
    decidedAlready: (label, { by, verdict }) => {
      const who = by === 'you' ? 'Du hast' : `${by?.name ?? labels.somebody} hat`;
      const said = verdict === 'same' ? 'dieselbe Person' : 'jemand anders';
      return `${who} schon gesagt: ${label} ist ${said}.`;
    },
  },

  lift: {
    open: 'Sperre aufheben…',
    sayOpen: (label) => `Sperre aufheben: ${label}`,
    title: 'Sperre aufheben',
    submit: 'Aufheben',
    opensChannel: 'Danach ist dieser Weg wieder für alle frei, bei allen Einträgen dieser Person.',
    opensAll: 'Danach ist heute ein Follow-up fällig, und Importe nehmen die Person wieder auf.',
    channel: 'Weg',
    reason: 'Grund',
    example: 'Hat auf der Messe um ein Angebot gebeten',
    hint: 'Das bleibt im Verlauf stehen.',
    why: 'Warum dürfen wir uns wieder melden? Sag es in ein paar Worten.',
    isNotStopped: (label) => `Für ${label} gilt keine Kontaktsperre.`,
    whichChannel: 'Welcher Weg ist wieder erlaubt? Wähle einen.',
    isNotThatChannel: (label) => `Für ${label} ist dieser Weg nicht gesperrt.`,
    tooLong: (length) => `Höchstens ${length} Zeichen.`,
  },
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

const cracks: Words['cracks'] = {
  crack: (crack, today): string => {
    switch (crack.kind) {
      case 'promise_missed':
        return `Zugesagt für ${dates.day(crack.since, today)}, verpasst`;
      case 'slipping':
        return `Seit ${plural(crack.workingDays, 'Arbeitstag', 'Arbeitstagen')} liegen geblieben`;
      case 'snoozed':
        return `${crack.times}-mal verschoben`;
      case 'untouched':
        return `Seit ${plural(crack.days, 'Tag', 'Tagen')} kein Kontakt`;
      case 'owner_gone':
        return 'Niemand mehr zuständig';
      default:
        return crack satisfies never;
    }
  },
  counts: ({ missed, slipping, snoozed, untouched }) => {
    const upTo = ({ all }: { all: boolean }) => (all ? '' : 'bis zu ');
    const parts = [];
    if (missed) {
      const { count, oldest } = missed;
      parts.push(
        `${plural(count, 'Zusage', 'Zusagen')} verpasst, ${count === 1 ? '' : 'die älteste '}${oldest}`,
      );
    }
    if (slipping)
      parts.push(
        `${slipping.count} liegen geblieben, ${upTo(slipping)}${workingDays(slipping.longest)}`,
      );
    if (snoozed) parts.push(`${snoozed.count} verschoben, ${upTo(snoozed)}${snoozed.longest}-mal`);
    if (untouched) {
      parts.push(
        `${untouched.count} ohne Kontakt, ${upTo(untouched)}${plural(untouched.longest, 'Tag', 'Tage')}`,
      );
    }
    return parts.join('; ');
  },

  back: 'Zurück',
  head: ({ day, total, last }) =>
    `Durchgerutscht, ${day}: ${total === 0 ? 'nichts' : prospects(total)}${last === null ? '' : ` (letzten Montag ${last})`}.`,
  onlyAnnounced: 'Hier steht nur, was eine Tagesliste angekündigt hat.',
  othersClear: 'Bei allen anderen: nichts.',
  morePeople: (count) => `Und ${plural(count, 'weitere Person', 'weitere Personen')}.`,
  see: 'Ansehen',
  saySee: (name) => `Ansehen, was bei ${name} durchrutscht`,
  nudge: 'Nachfragen',
  sayNudge: (name) => `Nachfragen bei ${name}`,
  nudged: ({ name, count }) =>
    `${name} bekommt von dir eine Nachricht zu ${plural(count, 'Interessent', 'Interessenten')}.`,

  ownTitle: 'Für die Teamleitung',
  ownHead: (count, { day, isOwnManager }) =>
    `${isOwnManager ? `Deine Übersicht am ${day}` : `Was deine Teamleitung am ${day} sieht`}${afterTitle(count)}`,
  noneOfYours: 'Von dir steht dort nichts.',
  whatHelps: 'Ein Kontakt nimmt einen Interessenten heraus; deine Zeile steht daneben.',
  whatHelpsUntil: (day) => `${cracks.whatHelps} Was am ${day} noch hier steht, geht dorthin.`,
  ofRep: (name, count) => [name, afterTitle(count)],
  noneLeft: 'Davon ist nichts mehr übrig.',
  more: (count) => `Und ${count} weitere.`,

  asks: (by, count) => [
    by,
    count === 1
      ? ' fragt nach einem Interessenten, der etwas Hilfe brauchen kann.'
      : ` fragt nach ${count} Interessenten, die etwas Hilfe brauchen können.`,
  ],
  isEnough: 'Ein Kontakt, ein neuer Tag oder eine Zeile genügt.',

  addLine: 'Zeile dazuschreiben',
  changeLine: 'Zeile ändern',
  sayAddLine: (label) => `Zeile dazuschreiben: ${label}`,
  sayChangeLine: (label) => `Zeile ändern: ${label}`,
  inTheWay: 'Was steht im Weg',
  example: 'Warten auf ihre Rechtsabteilung',
  hint: 'Deine Teamleitung liest das neben diesem Interessenten. Der nächste Kontakt löscht es.',
  saved: 'Gespeichert',
  beside: (label) => ['Neben ', ...label, ' steht:'],
  nothingBeside: (label) => ['Neben ', ...label, ' steht nichts.'],

  whose: 'Von wem? Schreib /followup cracks oder /followup cracks me.',
  tooLong: (length) => `Höchstens ${length} Zeichen.`,
  isNotOpen: (label) => `${label} ist nicht mehr offen.`,
  areYours: 'Das sind deine eigenen.',
  noneOf: (name) => `Von ${name} steht nichts mehr in der Übersicht.`,
  askedToday: (name) => `Du hast ${name} heute schon gefragt. Einmal am Tag genügt.`,
  notInYourTeam: (name) => `${name} gehört zu einem anderen Team oder ist nicht mehr da.`,
};

const handOver: Words['handOver'] = {
  buttonTooOld: 'Diese Schaltfläche ist zu alt. Schreib noch einmal /followup handover.',
  owned: ({ open, promised, overdue, revisits }) =>
    [
      plural(open, 'offener Interessent', 'offene Interessenten'),
      ...(promised > 0 ? [`${promised} zugesagt`] : []),
      ...(overdue > 0 ? [`${overdue} zu spät`] : []),
      ...(revisits > 0 ? [`${revisits} zum Wiederansehen`] : []),
    ].join(', '),
  handOver: 'Übergeben',
  sayHandOver: (name) => `Die Interessenten von ${name} übergeben`,
  datesStay: 'Tage und Zusagen bleiben.',
  undoFor: (hours) => `Rückgängig geht ${plural(hours, 'Stunde', 'Stunden')} lang.`,

  newOwner: 'Neu zuständig',
  typeAName: 'Namen eintippen',
  chooseOwner: 'Wähle, wer neu zuständig ist.',

  give: {
    title: 'Übergeben an',
    submit: 'Übergeben',
    ownerNow: (owner) => ['Jetzt zuständig: ', owner, '. '],
    dateStays: 'Tag und Zusage bleiben.',
    given: 'Übergeben',
    has: (owner, label) => ['Neu zuständig für ', ...label, ': ', owner, '.'],
    hasAlready: ({ owner, label }) => `Für ${label} ist schon ${owner} zuständig.`,
  },

  form: {
    what: 'Was',
    all: 'Alles',
    due: 'Nur was bis heute fällig ist',
    chooseWhat: 'Wähle, was übergeben wird.',
    handedOver: 'Übergeben',
  },

  preview: {
    head: ({ from, to }) => ['Interessenten von ', from, ' an ', to, ' übergeben'],
    nothing: (from, scope) => [
      from,
      ` hat nichts ${scope === 'due' ? 'Fälliges' : 'Offenes'}: es gibt nichts zu übergeben.`,
    ],
    what: ({ scope, owned }) =>
      `${scope === 'due' ? 'Bis heute fällig: ' : ''}${handOver.owned(owned)}.`,
    getsBrief: (to) => ['Tage und Zusagen bleiben. ', to, ' bekommt eine Nachricht darüber.'],
    confirm: (count) => `${prospects(count)} übergeben`,
  },

  done: ({ from, to, count }) => [
    'Übergeben: für ',
    count === 1 ? 'einen Interessenten' : `${count} Interessenten`,
    ' von ',
    from,
    ' ist jetzt ',
    to,
    ' zuständig.',
  ],
  sayTakeBack: (name) => `Rückgängig: zurücknehmen, was ${name} übergeben wurde`,
  undoInMessage: (hours) =>
    `Rückgängig machen kannst du das ${plural(hours, 'Stunde', 'Stunden')} lang in unserer Direktnachricht.`,
  undone: (from, count) => [
    `Rückgängig gemacht: für ${count === 1 ? 'einen Interessenten' : `${count} Interessenten`} ist wieder `,
    from,
    ' zuständig.',
  ],
  stayed: (to, { count: all, by }) => [
    `${all} ${all === 1 ? 'bleibt' : 'bleiben'} bei `,
    to,
    ', seither geändert: ',
    ...by.flatMap(({ name, count }, at) => [
      `${at === 0 ? '' : ', '}${count} von `,
      name ?? 'jemandem',
    ]),
    '.',
  ],

  brief: {
    head: ({ by, from, count }) => [
      by ?? 'Die Teamleitung',
      ` hat dir ${count === 1 ? 'einen Interessenten' : `${count} Interessenten`}`,
      ...(from === null ? [] : [' von ', from]),
      ' übergeben.',
    ],
    what: (owned) => `${handOver.owned(owned)}. Tage und Zusagen bleiben, wie sie waren.`,
    takenBack:
      'Die Teamleitung hat dir Interessenten übergeben und das zurückgenommen. Du musst nichts tun.',
  },

  gone: {
    hasLeft: (name) => [name, ' ist nicht mehr da.'],
    left: (name, { day, owned }) => [
      name,
      ` ist seit ${day} nicht mehr da: ${handOver.owned(owned)}.`,
    ],
    stayWithYou: 'Sie bleiben auf deiner Liste, bis jemand sie übernimmt.',
    see: 'Ansehen',
    saySee: (name) => `Ansehen, was ${name} zurückgelassen hat`,
  },

  whom: 'Von wem an wen? Schreib /followup handover @ana to @ben, mit due am Ende für nur das, was bis heute fällig ist.',
  samePerson: 'Von wem an wen? Das ist dieselbe Person.',
  nothingLeft: ({ name, scope }) => handOver.preview.nothing(name, scope).join(''),
  hasLeft: (name) => `${name} ist nicht mehr da. Wähle jemanden, der noch da ist.`,
  notHere: 'Diese Übergabe gibt es hier nicht.',
  takenBackAlready: 'Diese Übergabe wurde schon zurückgenommen.',
  tooLate: (hours) =>
    `Eine Übergabe lässt sich ${plural(hours, 'Stunde', 'Stunden')} lang rückgängig machen. Übergib in die andere Richtung mit /followup handover.`,
  doesNotUse: 'Diese Person nutzt Followup hier nicht.',
  doesNotUseYet: 'Diese Person nutzt Followup noch nicht.',
  nobodyCalled: (name) => `Im Team heißt hier niemand „${name}“.`,
  severalCalled: (name) => `Mehrere heißen „${name}“. Erwähne die Person mit @.`,
};

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
  hadNothing: (count, kind) =>
    `${count} ${count === 1 ? 'hatte' : 'hatten'} nichts ${kind === 'digest' ? 'Fälliges' : 'zu sagen'}`,
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
  parts: {
    team: 'Team',
    holidays: 'Feiertage',
    cadence: 'Rhythmus',
    people: 'Personen',
    managers: 'Teamleitung',
  },
  sayChange: (part) => `Ändern: ${part}`,
  nothingChanged: 'Nichts geändert.',
  noManagerAnyMore: 'Gespeichert. Du gehörst nicht mehr zur Teamleitung.',

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

  people: {
    whoJoins: 'Wer dazukommt',
    managersAdd: 'Nur wen die Teamleitung hinzufügt',
    whoJoinsHint: 'Sonst kommt jedes Vollmitglied dieses Slack dazu, sobald es Followup benutzt.',
    add: 'Personen hinzufügen',
    addHint: 'Vollmitglieder dieses Slack. Wer dazukommt, wird mit deinem Namen begrüßt.',
    choose: 'Personen wählen',
    stands: ({ managersAdd, reps }) =>
      `${managersAdd ? 'Die Teamleitung fügt Personen hinzu.' : 'Wer Followup benutzt, ist dabei.'} Bisher ${plural(reps, 'Person', 'Personen')}.`,
    join: ({ managersAdd }) =>
      managersAdd
        ? 'Ab jetzt fügt die Teamleitung Personen hinzu. Wer da ist, bleibt.'
        : 'Ab jetzt ist dabei, wer Followup benutzt.',
    added: (names, more) => ['Hinzugefügt: ', ...namesListed(names, more)],
    known: (names, more) => ['Schon dabei: ', ...namesListed(names, more)],
    unseen: 'Eine dieser Personen sehe ich in Slack nicht.',
    refused: {
      stranger: (name) =>
        `${name} ist nicht Mitglied dieses Slack und kann nicht hinzugefügt werden.`,
      bot: (name) => `${name} ist ein Bot und kann nicht hinzugefügt werden.`,
      guest: (name) => `${name} ist hier zu Gast und kann nicht hinzugefügt werden.`,
      deactivated: (name) =>
        `${name} hat kein aktives Slack-Konto und kann nicht hinzugefügt werden.`,
    },
  },

  managers: {
    hint: 'Vollmitglieder dieses Slack. Wer Followup noch nicht nutzt, kommt damit ins Team.',
    choose: 'Personen wählen',
    oneAtLeast: 'Jemand muss leiten: lass mindestens eine Person in der Teamleitung.',
    stand: (names, more) => namesListed(names, more),
    are: (names, more) => ['Teamleitung: ', ...namesListed(names, more)],
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

function namesListed<P>(names: readonly P[], more: number): (string | P)[] {
  return [
    ...names.flatMap((name, at) => (at === 0 ? [name] : [', ', name])),
    more > 0 ? ` und ${more} weitere.` : '.',
  ];
}

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

  saved: 'Gespeichert.',
  saidDigest: ({ at, days }) => `Deine Tagesliste: ${at}, ${days}.`,
  saidPace: (pace) => `Pensum: ${pace} am Tag.`,
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
    const share = shareOrFew({ hits, of }, ', die wahrscheinliche Spanne');
    return `${plural(of, 'Kontakt', 'Kontakte')} mit ${plural(prospects, 'Interessent', 'Interessenten')} seit ${since}, ${hits} beantwortet: ${share}.${cut}`;
  },
  empty: (scope) =>
    `${scope === 'me' ? 'Du hast' : 'Dein Team hat'} in diesen Tagen keine Kontakte. Trag Kontakte ein, dann lernt diese Seite daraus.`,

  share: ({ share, low, high }, says = '') =>
    `${PERCENT.format(share)} (${inHundred(low)}–${inHundred(high)}${says})`,
  rate: ({ hits, of }) => `${hits} von ${of}, ${shareOrFew({ hits, of })}`,
  shareOf: (found, of) => `${insights.share(found)} von ${of}`,

  yeses: 'Ja',
  noYeses: ': in diesen Tagen keins.',
  yesesByContact: 'Ja, nach Kontakt',
  countedByContact: (yeses) => `${yeses}-mal Ja, nach Kontakt`,
  contactOfYes: 'Kontakt, bei dem das Ja kam',
  lateYeses: (contact, rate) => [`Ab Kontakt ${contact}: `, rate, '.'],

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
  contact: (number) => `Kontakt ${number}`,
  only: (row, figures) => `${row}: ${figures}.`,
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
    `${scope === 'me' ? 'Ich: meine eigene Auswertung' : 'Team: Auswertung meines Teams'}${isShown ? ', angezeigt' : ''}`,
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

function shareOrFew(rate: Rate, says = ''): string {
  const found = estimate(rate);
  return found ? insights.share(found, says) : 'noch zu wenige für einen Anteil';
}

const EXAMPLE = '„Dana Reyes at Acme: called, no answer“';

const start: Words['start'] = {
  example: EXAMPLE,
  hello: (name) => ['Hallo ', name, '. Ich behalte deine Follow-ups im Blick.'],
  addedYou: (name) => [name, ' hat dich hinzugefügt.'],
  howToLog: (digestTime) => [
    `Schreib mir nach einem Kontakt eine Zeile auf Englisch: ${EXAMPLE}.`,
    'Ich schlage den nächsten Schritt vor und erinnere dich an dem Tag.',
    `Was fällig ist, kommt an Arbeitstagen um ${digestTime}, und du trägst es gleich dort ein.`,
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
      takes: '[Name oder Satz]',
      summary:
        'einen Kontakt eintragen, etwa „Dana at Acme: called, no answer“; ich schlage den nächsten Schritt vor',
    },
    undo: { summary: 'den zuletzt eingetragenen Kontakt zurücknehmen, von heute oder gestern' },
    add: { takes: '[Name]', summary: 'einen Interessenten anlegen' },
    list: { takes: '[overdue|today|week|@Person]', summary: 'was offen ist, das Nächste zuerst' },
    show: {
      takes: 'NAME',
      summary: 'ein Interessent: nächster Schritt, Kontaktdaten, was bisher war',
    },
    board: {
      takes: '[week|month|VON..BIS] [me]',
      summary: 'gemachte Follow-ups und dein eigener Platz',
    },
    insights: {
      takes: '[me|team] [30|90|365]',
      summary: 'wann das Ja kommt, was beantwortet wird, was jedes Nein lehrt',
    },
    me: {
      summary: 'Uhrzeit und Tage deiner Tagesliste, Pensum, Zeitzone, Erinnerungen, Rangliste',
    },
    cracks: { takes: 'me', summary: 'was die Teamleitung von dir sieht' },
    handover: {
      takes: '@ana to @ben [all|due]',
      summary: 'jemand anderes übernimmt, Tage und Zusagen bleiben',
    },
    preview: { summary: 'die nächste Tagesliste und Teamnachricht, nur für dich' },
    settings: { summary: 'Teamnachricht, Feiertage, Rhythmus, wer das Team leitet' },
    reopen: {
      takes: 'NAME',
      summary: 'jemanden wieder ansprechen: gewonnen, verloren oder kein Interessent',
    },
    held: {
      summary:
        'wer die Telefonnummer mit jemandem teilt, der nicht mehr kontaktiert werden möchte; du entscheidest',
    },
    status: { summary: 'was heute gesendet wurde und was nicht' },
    pause: { takes: '[until JJJJ-MM-TT]', summary: 'keine geplanten Nachrichten' },
    resume: { summary: 'wieder geplante Nachrichten' },
    help: { summary: 'diese Liste' },
  },
  managersVerbs: {
    list: { takes: 'left', summary: 'was jemand zurückgelassen hat, der nicht mehr da ist' },
    cracks: { summary: 'was im Team durchrutscht' },
  },
  whatICanDo: 'Was ich kann',
  writeFirst: 'Schreib /followup und dann eins davon:',
  groups: { daily: 'Jeden Tag', rarely: 'Ab und zu', managers: 'Für die Teamleitung' },
  unknown: (verb, closest) => [
    '„',
    verb,
    `“ kenne ich nicht. ${closest === null ? '' : `Meintest du /followup ${closest}? `}Siehe /followup help.`,
  ],
};

const managersDeeds: Record<ManagersDeed, string> = {
  addPeople: 'Personen hinzufügen',
  changeCadence: 'den Rhythmus ändern',
  changeHolidays: 'die Feiertage ändern',
  changeSettings: 'die Einstellungen des Teams ändern',
  decideWhoItIs: 'sagen, wer es ist',
  giveProspect: 'einen Interessenten jemand anderem übergeben',
  handOver: 'Interessenten übergeben',
  liftStop: 'eine Kontaktsperre aufheben',
  nameManagers: 'festlegen, wer das Team leitet',
  pause: 'die geplanten Nachrichten anhalten',
  resume: 'die geplanten Nachrichten fortsetzen',
  seeCracks: 'sehen, was im Team durchrutscht',
  seeCracksOfOthers: 'sehen, was bei anderen durchrutscht',
  seeLeftBehind: 'sehen, was jemand zurückgelassen hat',
  seeSent: 'sehen, was verschickt wurde',
  takeBackHandOver: 'eine Übergabe zurücknehmen',
};

const ownersDeeds: Record<OwnersDeed, string> = {
  yes: 'das Ja eintragen',
  no: 'das Nein eintragen',
  snooze: 'verschieben',
  nurture: 'in die Pflege legen',
  revisit: 'wieder öffnen oder fallen lassen',
  not_a_prospect: 'sagen, dass es kein Interessent ist',
  crack_note: 'eine Zeile dazu schreiben',
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
  buttonTooOld: 'Diese Schaltfläche ist zu alt. Nimm die neueste Nachricht oder /followup list.',
  noSuchProspect:
    'Diesen Interessenten gibt es hier nicht. Such noch einmal oder leg ihn mit /followup add an.',
  staleProspect:
    'Das hat sich inzwischen geändert. Sieh nach, wie es jetzt steht, bevor du es noch einmal versuchst.',
  sameMoment: 'Jemand anders hat das im selben Moment geändert. Versuche es noch einmal.',
  savedOtherwise: 'Das wurde schon mit anderen Angaben gespeichert.',
  dayAfterToday: 'Wähle einen Tag ab morgen.',
  ownersOnly: (label, deed) =>
    `Für ${label} ist jemand anders zuständig: Nur wer zuständig ist oder das Team leitet, kann ${ownersDeeds[deed]}.`,
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
    not_added: 'Hier benutzt Followup nur, wen die Teamleitung hinzugefügt hat. Frag dort nach.',
  },
  workspaceIsGone: 'Followup ist in diesem Workspace nicht installiert.',

  managersOnly: (deed) => `Nur die Teamleitung kann ${managersDeeds[deed]}. Frag dort nach.`,
  holdsNul: 'Dieser Text enthält ein NUL-Zeichen. Entferne es und versuche es noch einmal.',
  noRepToSend: 'Die Person zu dieser Nachricht gibt es hier nicht.',
  noTeamToSend: 'Das Team zu dieser Nachricht gibt es hier nicht.',
};

const windows: Words['windows'] = {
  titles: {
    log: 'Kontakt eintragen',
    change: 'Kontakt ändern',
    add: 'Interessenten anlegen',
    snooze: 'Verschieben',
    waiting: snooze.waitingForUs,
    spread: snooze.spread.title,
    ownSettings: ownSettings.title,
    settings: settings.title,
    list: card.list.title,
    held: endings.held.title,
    insights: insights.title,
    lift: endings.lift.title,
    give: handOver.give.title,
    handOver: handOver.handOver,
    cracks: cracks.ownTitle,
    sweep: 'Durchgerutscht',
    crackNote: cracks.addLine,
    importing: start.importAList,
  },
  loading: 'Wird geladen…',
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
