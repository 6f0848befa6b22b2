import type { Channel, Interest, NoReason, Outcome } from '../touch.ts';

/** Words over an outline that say no more than the outcome's own name. */
export const PLAIN_OUTCOMES: Record<Outcome, string> = {
  no_answer:
    '(?:still )?(?:no|without) (?:answer|ans|reply|response|luck)|n/a|unanswered|(?:didnt|did not) (?:answer|pick up|reply|respond)|(?:nobody|noone|no one) (?:answered|picked up)|(?:couldnt|could not) reach|tried(?: calling| to call)?',
  sent: '(?:left|leaving)(?: @| him| her| them)?(?: an?| another)? (?:message|msg|note|voicemail|vm)|lvm|lm|voicemail|vm|sent(?: @| him| her| them)?(?: an?)?(?: message| msg| note)?',
  spoke: 'spoke|spoken|talked|chatted|met|had(?: an?)?(?: call| chat| meeting)?',
  they_got_in_touch:
    '(?:replied|responded|got in touch|wrote|called|rang|emailed|texted|messaged)(?: me| us)?(?: back)?',
  missed_appointment:
    'no ?show(?:ed)?|(?:didnt|did not) (?:show|turn)(?: up)?|missed (?:our |the )?(?:appointment|call|meeting|video call)',
  not_now: 'not (?:right )?now|later',
  wrong_contact: 'wrong (?:contact|person)',
  yes: '(?:said |says |its )?(?:an? )?yes',
  no: '(?:said |says |its )?(?:an? )?no',
  stop: '(?:asked|told|wants)(?: me| us)? to stop|stop (?:calling|emailing|texting)',
};

/** The same for how it happened; `LinkedIn` or `lunch` say more. */
export const PLAIN_CHANNELS: Record<Channel, string> = {
  call: 'called|calling|call|rang|phoned|phone',
  email: 'emailed|email|mailed|mail',
  text: 'texted|text|sms',
  social: 'messaged|message|dmed|dm',
  video: 'video(?: call)?',
  meeting: 'met|meeting',
  other: '',
};

export const PLAIN_REASONS: Record<NoReason, string> = {
  price: '(?:too )?expensive|price',
  timing: '(?:bad |wrong )?timing',
  competitor: '(?:an? |the )?competitor',
  no_need: 'no need',
  no_authority: 'no authority',
  other: '',
};

export const PLAIN_INTERESTS: Record<Interest, string> = { cold: 'cold', warm: 'warm', hot: 'hot' };

/** Words that say nothing by themselves. */
export const GLUE = new Set(
  `i we a an the at from of to with w w/ by on in for and then so but about him her them he she they
  it his their was is has again just now me us`.split(/\s+/),
);
