// What the server answers and tells: made from its views by tools/views.py, not by hand.

export interface AboutCounterView {
  id: string;
  name: Record<string, string>;
  services: string[];
  where: Record<string, string>;
}

export interface AboutPaperView {
  paper: string;
  name: Record<string, string>;
  what_counts: Record<string, string>;
  form: "certified" | "copy" | "original" | "screen";
  icon: string;
  id: string;
  max_age_days: number | null;
  must_match: string | null;
  reads: ("code" | "mrz" | "pdf417" | "receipt")[];
  document_types: string[];
  code_patterns: string[];
  if_missing: "fetch" | "fixable_here" | "not_today";
  fix: Record<string, string>;
}

export interface AboutServiceView {
  id: string;
  name: Record<string, string>;
  prefix: string;
  icon: string;
  typical_minutes: number;
}

/** Why another is called before; whose ticket that is only staff are told. */
export interface AheadView {
  code: string;
  args: Record<string, unknown>;
  sentence: string;
  visit?: string;
  ticket?: string | null;
}

export interface AnswerView {
  id: string;
  text: string;
}

/** For staff; `visit` is the one it became, `ticket` and `ended_as` are that one's. What is personal is in the list alone; `follow_url` is the customer's own page. */
export interface AppointmentView {
  id: string;
  code: string;
  service: string;
  at: string;
  state: "cancelled" | "checked_in" | "due" | "late" | "missed";
  opens_at: string;
  kept_until: string;
  needs: string[];
  language: string | null;
  visit: string | null;
  ticket: string | null;
  ended_as: "cancelled_by_customer" | "end_of_day" | "no_show" | "removed_by_staff" | "served" | "turned_away" | "walkout" | null;
  reason: string | null;
  may_check_in: boolean;
  follow_url?: string;
  name?: string | null;
  phone?: string | null;
  notes?: string | null;
}

export interface AppointmentsView {
  items: AppointmentView[];
  next: string | null;
}

/** A document as the kiosk asks for it, its texts in one language. */
export interface AskedPaperView {
  id: string;
  name: string;
  what_counts: string;
  icon: string;
  form: "certified" | "copy" | "original" | "screen";
  max_age_days: number | null;
  must_not_expire_within_days: number | null;
  must_match: string | null;
  reads: ("code" | "mrz" | "pdf417" | "receipt")[];
  if_missing: "fetch" | "fixable_here" | "not_today";
  fix: string | null;
}

export interface BalanceView {
  rebalance: "auto" | "off" | "suggest";
  moves: SuggestedMoveView[];
  opens: SuggestedOpeningView[];
  suggestions: SuggestionView[];
  seq: number;
  now: string;
}

/** `now` is the ticket that is there, `next` those of its own line in the order of calls; who waits for any counter is in the board's `pool`. */
export interface BoardCounterView {
  id: string;
  name: Record<string, string>;
  state: "break" | "closed" | "open";
  until: string | null;
  reason: string | null;
  services: string[];
  now: string | null;
  next: string[];
  waiting: number;
}

/** `wait`: what somebody who takes a ticket now would be told; None where nobody serves it. */
export interface BoardServiceView {
  id: string;
  name: Record<string, string>;
  prefix: string;
  open: boolean;
  waiting: number;
  wait: WaitView | null;
}

export interface BoardView {
  now: string;
  speed?: number;
  clock_off_s?: number;
  seq: number;
  date: string;
  store: StoreName;
  languages: string[];
  open: boolean;
  closes_at: string | null;
  opens_next: string | null;
  today: ExceptionView[];
  called: CalledView[];
  last: LastCalledView[];
  held: HeldView[];
  counters: BoardCounterView[];
  pool: PoolView;
  services: BoardServiceView[];
  appointments: boolean;
  notices: NoticeView[];
  later: LaterView[];
}

/** `follow_url` leads to the visit it became. */
export interface BookedView {
  now: string;
  speed?: number;
  clock_off_s?: number;
  store: StoreName;
  appointment: OwnAppointmentView;
  bring: BringView[];
  follow_url?: string;
}

/** A break put off from `planned_at` to `put_at`. */
export interface BreakView {
  counter: string | null;
  staff: PersonView | null;
  planned_at: string;
  put_at: string;
  minutes: number | null;
}

/** `count` of `papers`; only for whoever answers the questions as in `when`. */
export interface BringView {
  count: number;
  papers: PaperView[];
  when: ConditionView[];
}

export interface CalledView {
  visit: string;
  ticket: string;
  counter: string;
  called_at: string;
  calls: number;
}

/** What a number stands for, and why it cannot be used now; whose it is nobody is told. Of a number that stands for nothing no more is known. */
export interface CheckedCodeView {
  code: string;
  refused: string | null;
  id?: string;
  service?: string;
  at?: string;
  state?: "cancelled" | "checked_in" | "due" | "late" | "missed";
  opens_at?: string;
  kept_until?: string;
  needs?: string[];
  language?: string | null;
  visit?: string | null;
  ticket?: string | null;
  ended_as?: "cancelled_by_customer" | "end_of_day" | "no_show" | "removed_by_staff" | "served" | "turned_away" | "walkout" | null;
  came?: "early" | "in_time" | "late";
  today?: boolean;
}

export interface ComingDayView {
  date: string;
  open: OpeningTimeView[];
  all_day: boolean;
  quiet: QuietView | null;
}

export interface ComingDaysView {
  items: ComingDayView[];
  next: null;
}

/** The colleague on the way to whoever called. */
export interface ComingView {
  staff: PersonView | null;
  at: string;
}

/** A question, and the answers that ask for a group of papers. */
export interface ConditionView {
  question: Record<string, string>;
  answers: (Record<string, string>)[];
}

/** `line` is its own, in order of arrival; `next` and `after` are whom it would call from all lines, in that order. */
export interface CounterView {
  id: string;
  name: Record<string, string>;
  state: "break" | "closed" | "open";
  staff: PersonView | null;
  services: string[];
  since: string | null;
  until: string | null;
  reason: string | null;
  visit: string | null;
  line: string[];
  next: string | null;
  after: string[];
  planned_break: PlannedBreakView | null;
  coming: ComingView | null;
  allowed_actions: string[];
}

export interface CountersView {
  items: CounterView[];
  next: null;
}

/** A visit of whoever gave the same phone number. */
export interface EarlierVisitView {
  id: string;
  ticket: string | null;
  service: string;
  arrived_at: string;
  ended_as: string | null;
  outcome: string | null;
  notes: string[];
  promises: PromiseView[];
}

export interface EarlierVisitsView {
  items: EarlierVisitView[];
  next: null;
}

/** `saved_s` is over everybody who waits or comes soon; `later` are told a later time than theirs, `overtakes` counts who is put before whom. */
export interface EffectView {
  waiting: number;
  coming: number;
  p90_before_s: number;
  p90_after_s: number;
  saved_s: number;
  later: number;
  overtakes: number;
}

/** One thing that is different today; `message` are its typed words. */
export interface ExceptionView {
  id: string;
  what: "closes_at" | "message" | "running_late" | "service";
  closes_at: string | null;
  service: string | null;
  service_name: Record<string, string> | null;
  closed_from: string | null;
  reason: string | null;
  message: string | null;
  said_at: string;
  staff: PersonView | null;
  opens_again: string | null;
}

export interface ExceptionsView {
  items: ExceptionView[];
  next: null;
}

export interface ExplainView {
  next: NextView[];
  ahead: AheadView[];
}

/** `trouble` is what is wrong with the machine; who answers knows it. */
export interface FloorView {
  now: string;
  speed?: number;
  clock_off_s?: number;
  seq: number;
  date: string;
  store: StoreName;
  languages: string[];
  open: boolean;
  closes_at: string | null;
  opens_next: string | null;
  today: ExceptionView[];
  lines: "counter" | "pool";
  counters: CounterView[];
  pool: string[];
  unserved: UnservedView[];
  rebalance: "auto" | "off" | "suggest";
  suggestions: SuggestionView[];
  taken: TakenView[];
  held: string[];
  visits: Record<string, VisitView>;
  help: HelpCallView[];
  recent: VisitView[];
  appointments: Record<string, number>;
  appointments_seq: number;
  promises_due: number;
  promises_kept: number;
  notices: NoticeView[];
  trouble?: string | null;
}

/** What somebody would be told without and with it. */
export interface ForecastsView {
  before: Wait;
  after: Wait;
}

/** What a guest told, and staff wrote: personal, for staff alone. */
export interface GuestView {
  name: string | null;
  phone: string | null;
  notes: string[];
  reasons?: Record<string, string>;
}

/** Who is away with the place kept, and until when. */
export interface HeldView {
  ticket: string;
  until: string;
}

/** Somebody at a kiosk, or a colleague at a counter, asks for a person. */
export interface HelpCallView {
  id: string;
  at: string;
  kiosk: string | null;
  step: string | null;
  language: string | null;
  visit: string | null;
  counter: string | null;
  staff: PersonView | null;
  wants: "colleague" | "manager" | null;
  tried: ("alternatives" | "apologised" | "explained" | "listened" | "papers")[];
}

/** A customer's call for a person, for whoever called. */
export interface HelpView {
  id: string;
  answered: boolean;
  by: string | null;
}

export interface HoursView {
  items: OpenView[];
  next: null;
}

export interface LastCalledView {
  ticket: string;
  counter: string;
  called_at: string;
}

/** Whose wait will be longer than told, all for one reason. */
export interface LaterView {
  reason: "counter_closed" | "counter_on_break" | "counters_closed" | "longer_services" | "longer_than_thought" | "many_people";
  counter: string | null;
  until: string | null;
  waits: TicketWaitView[];
}

/** What is wrong with the machine; None: nothing. */
export interface MachineView {
  trouble: string | null;
  clock_off_s: number;
}

/** What was made, by its id. */
export interface MadeView {
  id: string;
}

/** One group of papers that is not complete: `lacking` of `any`, of which `paper` is mended most easily, by `remedy`. */
export interface MissingView {
  any: string[];
  lacking: number;
  paper: string;
  papers: string[];
  remedy: "fetch" | "fixable_here" | "not_today" | "ready";
  fix: Record<string, string>;
  fetch_minutes: number | null;
}

export interface NamedView {
  id: string;
  name: Record<string, string>;
}

export interface NeedView {
  id: string;
  name: Record<string, string>;
  icon: string;
}

/** Whom a counter would call now, and why. */
export interface NextView {
  code: string;
  args: Record<string, unknown>;
  sentence: string;
  visit: string;
  ticket: string | null;
  counter: string;
}

export interface NoticeView {
  reason: "counter_closed" | "counter_on_break" | "counters_closed" | "longer_services" | "longer_than_thought" | "many_people";
  counter: string | null;
  until: string | null;
  code: string;
  service: string;
}

/** A business day's openings: from, until. */
export interface OpenView {
  date: string;
  open: ([string | null, string | null])[];
}

export interface OpeningTimeView {
  opens: string;
  closes: string;
}

export interface OpeningView {
  counter: string | null;
  staff: PersonView | null;
  services: string[];
  minutes: number | null;
}

/** It may be checked in from `opens_at`, and is kept until `kept_until`. */
export interface OwnAppointmentView {
  id: string;
  code: string;
  state: "cancelled" | "checked_in" | "due" | "late" | "missed";
  at: string;
  opens_at: string;
  kept_until: string;
  service: string;
  service_name: Record<string, string>;
  language: string;
  may_cancel: boolean;
}

export interface OwnPaperView {
  paper: string;
  name: Record<string, string>;
  what_counts: Record<string, string>;
  form: "certified" | "copy" | "original" | "screen";
  icon: string;
  status: "declared" | "missing" | "read" | "rejected" | "seen";
  reason: string | null;
}

export interface OwnPapersView {
  verdict: "fetch" | "fixable_here" | "not_today" | "ready";
  items: OwnPaperView[];
}

/** What was promised for after the visit; its words `what` are personal. */
export interface OwnPromiseView {
  id: string;
  due: string;
  kept_at: string | null;
  what?: string | null;
}

export interface OwnVisitView {
  id: string;
  ticket: string | null;
  service: string;
  service_name: Record<string, string>;
  state: "called" | "ended" | "held" | "serving" | "waiting";
  ended_as: "cancelled_by_customer" | "end_of_day" | "no_show" | "removed_by_staff" | "served" | "turned_away" | "walkout" | null;
  ended_reason: string | null;
  counter: string | null;
  counter_name: Record<string, string> | null;
  where: Record<string, string>;
  ahead: number | null;
  quote: QuoteView | null;
  forecast: WaitView | null;
  held_until: string | null;
  hold_left: boolean;
  hold_minutes_max: number;
  allowed_actions: string[];
  language: string;
  arrived_at: string;
  appointment_at: string | null;
  called_at: string | null;
  recalls: number;
  feedback: number | null;
  papers: OwnPapersView;
  missing: MissingView[];
  answers: Record<string, string>;
  promise: OwnPromiseView | null;
}

export interface PaperItemView {
  paper: string;
  status: "declared" | "missing" | "read" | "rejected" | "seen";
  reason: string | null;
}

/** A document, its texts in every language. */
export interface PaperView {
  paper: string;
  name: Record<string, string>;
  what_counts: Record<string, string>;
  form: "certified" | "copy" | "original" | "screen";
  icon: string;
}

/** `verdict` is None where a past day's table does not remember it. */
export interface PapersView {
  verdict: "fetch" | "fixable_here" | "not_today" | "ready" | null;
  items: PaperItemView[];
}

export interface PersonView {
  id: string;
  name: string;
}

export interface PhoneView {
  now: string;
  speed?: number;
  clock_off_s?: number;
  seq: number;
  date: string;
  store: StoreName;
  languages: string[];
  open: boolean;
  closes_at: string | null;
  opens_next: string | null;
  today: ExceptionView[];
  visit: OwnVisitView;
  risk: RiskView | null;
  unserved: "counter_gone" | "nobody_able" | "service_closed" | "service_gone" | null;
}

/** The break that is due, or the next; `put_by` put it off from `planned_at`. */
export interface PlannedBreakView {
  at: string;
  minutes: number;
  planned_at: string;
  put_by: PersonView | null;
}

export interface PoolView {
  next: string[];
  waiting: number;
}

/** What moves would do to everybody's wait; `refusal` is the problem that would be answered. */
export interface PreviewView {
  items: TriedMoveView[];
  later: number;
  overtakes: number;
  p90_before_s: number;
  p90_after_s: number;
  refusal: Record<string, unknown> | null;
  seq: number;
  now: string;
}

/** `what` are its words: personal, and in no answer that is stored. */
export interface PromiseView {
  id: string;
  visit: string;
  ticket: string | null;
  service: string;
  state: "kept" | "late" | "open";
  due: string;
  made_at: string;
  kept_at: string | null;
  staff: string | null;
  staff_name: string | null;
  kept_by: string | null;
  what?: string | null;
}

export interface PromisesView {
  items: PromiseView[];
  next: string | null;
}

export interface QuestionView {
  id: string;
  text: string;
  answers: AnswerView[];
}

/** When it was quietest on such days: `wait_s` was the usual wait, over `n` visits. */
export interface QuietView {
  from: string;
  to: string;
  wait_s: number;
  n: number;
}

/** The wait that was told, in seconds from `quoted_at`. */
export interface QuoteView {
  low_s: number;
  likely_s: number;
  high_s: number;
  confidence: number;
  call_by: string;
  basis: string;
  quoted_at: string;
}

/** `clock` says in words by how much the machine's is off. */
export interface ReadyView {
  status: "ready";
  written_s_ago: number;
  clock_off_s: number;
  clock?: string;
}

export interface ReasonsView {
  items: RejectionView[];
  next: null;
}

/** What was offered for a wait longer than told. */
export interface RecoveryView {
  recovery: string;
  at: string;
  staff: string | null;
}

/** How often (`n`) a paper was rejected for a reason. */
export interface RejectionView {
  paper: string;
  reason: string | null;
  n: number;
}

/** Any `count` of `any` will do; asked only `when` every named question was answered so. */
export interface RequirementView {
  any: string[];
  when: Record<string, string[]>;
  count: number;
}

/** Why the wait will be longer than told. */
export interface RiskView {
  reason: "counter_closed" | "counter_on_break" | "counters_closed" | "longer_services" | "longer_than_thought" | "many_people";
  counter: string | null;
  until: string | null;
  counter_name: Record<string, string> | null;
}

/** A key of `lines.ftl` with its arguments: minutes are whole, `services` are ids. */
export interface SentenceView {
  key: string;
  args: Record<string, unknown>;
}

/** What the kiosk offers, its texts in one language; `wait` is None where nobody serves it. */
export interface ServiceView {
  id: string;
  name: string;
  icon: string;
  prefix: string;
  open: boolean;
  wait: WaitView | null;
  questions: QuestionView[];
  typed: TypedQuestionView[];
  papers: AskedPaperView[];
  requirements: RequirementView[];
}

export interface ServicesView {
  items: ServiceView[];
  next: null;
}

export interface SlipLinkView {
  follow_url: string;
}

/** All that a visit was told, as far as the store still asks it: nothing is asked twice. */
export interface SlipView {
  visit: VisitView | null;
  service: string | null;
  answers: Record<string, string>;
  papers: PaperItemView[];
  needs: string[];
  language: string;
  arrived_at: string;
}

/** No `languages`: they are not known. */
export interface StaffMemberView {
  id: string;
  name: string;
  role: "floor_walker" | "manager" | "staff";
  languages: string[];
}

export interface StaffView {
  items: StaffMemberView[];
  next: null;
}

export interface StoreName {
  id: string;
  name: Record<string, string>;
  time_zone: string;
}

/** `hours` by weekday and `dates` by date hold openings as ["08:00", "12:00"]. `address` is where phones reach this server. */
export interface StoreView {
  now: string;
  speed?: number;
  clock_off_s?: number;
  id: string;
  name: Record<string, string>;
  languages: string[];
  time_zone: string;
  lines: "counter" | "pool";
  phone: string | null;
  open: boolean;
  closes_at: string | null;
  opens_next: string | null;
  hours: Record<string, string[][]>;
  dates: Record<string, string[][]>;
  times: TimesView;
  needs: NeedView[];
  recoveries: NamedView[];
  counters: AboutCounterView[];
  services: AboutServiceView[];
  papers: AboutPaperView[];
  address?: string;
  demo?: boolean;
}

/** A move of a suggestion, with that one's sentence in English. */
export interface SuggestedMoveView {
  visit: string;
  ticket: string | null;
  from: string | null;
  to: string | null;
  before: Wait;
  after: Wait;
  why: string;
  suggestion: string;
}

export interface SuggestedOpeningView {
  counter: string | null;
  staff: PersonView | null;
  services: string[];
  minutes: number | null;
  effect: EffectView;
  why: string;
  suggestion: string;
}

/** `why` is the sentence in English. */
export interface SuggestionView {
  id: string;
  kind: "borrow" | "break" | "move" | "open";
  state: "open" | "put_off" | "taken" | "taken_back" | "withdrawn";
  offered_at: string;
  moves: TouchedView[];
  touched: TouchedView[];
  open: OpeningView | null;
  break: BreakView | null;
  effect: EffectView;
  sentence: SentenceView;
  why?: string;
  seq?: number;
}

/** What was done and can still be taken back; without `staff`, by the store itself. */
export interface TakenView {
  id: string;
  kind: "borrow" | "break" | "move" | "open";
  state: "open" | "put_off" | "taken" | "taken_back" | "withdrawn";
  offered_at: string;
  moves: TouchedView[];
  touched: TouchedView[];
  open: OpeningView | null;
  break: BreakView | null;
  effect: EffectView;
  sentence: SentenceView;
  why?: string;
  seq?: number;
  staff: PersonView | null;
  settled_at: string;
}

export interface TicketWaitView {
  ticket: string;
  wait: WaitView;
}

export interface TimesView {
  kiosk_idle_s: number;
  hold_minutes_max: number;
  target_wait_minutes: number;
  undo_s: number;
  call_unanswered_s: number;
}

/** What it does to one who waits: the line, and the wait ahead, without and with it. */
export interface TouchedView {
  visit: string;
  ticket: string | null;
  from: string | null;
  to: string | null;
  before: Wait;
  after: Wait;
}

/** `breaks`: it would break the wait he was told, whose limit is `call_by`. */
export interface TriedMoveView {
  visit: string;
  ticket: string | null;
  from: string | null;
  to: string | null;
  before: Wait;
  after: Wait;
  forecast: ForecastsView;
  call_by: string | null;
  breaks: boolean;
}

export interface TypedQuestionView {
  id: string;
  text: string;
}

/** Who waits for what nobody can do, and what staff can do about it, the best first. */
export interface UnservedView {
  visit: string;
  ticket: string;
  service: string;
  why: "counter_gone" | "nobody_able" | "service_closed" | "service_gone";
  do: ("call" | "finish" | "open" | "sorry" | "transfer")[];
  counters: string[];
}

export interface VerdictView {
  verdict: "fetch" | "fixable_here" | "not_today" | "ready" | null;
  items: PaperItemView[];
  missing: MissingView[];
  choices: string[];
  hold_minutes: number | null;
}

/** The visit of the public interface. Of a past day only what its table remembers is told, and nothing can be done with it. `seq` is the day's; `secret` opens it for its customer. */
export interface VisitView {
  id: string;
  ticket: string | null;
  number: number | null;
  service: string;
  state: "called" | "ended" | "held" | "serving" | "waiting";
  ended_as: "cancelled_by_customer" | "end_of_day" | "no_show" | "removed_by_staff" | "served" | "turned_away" | "walkout" | null;
  ended_reason: string | null;
  outcome: "escalated" | "resolved" | "unresolved" | null;
  counter: string | null;
  arrived_at: string;
  called_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  papers: PapersView;
  needs: string[];
  language: string;
  channel: string;
  appointment_at: string | null;
  legs: number;
  feedback: number | null;
  staff: string | null;
  ahead: number | null;
  position: number | null;
  credited_at: string | null;
  held_until: string | null;
  quote: QuoteView | null;
  forecast: WaitView | null;
  at_risk: boolean;
  why_late: WhyView | null;
  recoveries: RecoveryView[];
  asked_for: string | null;
  recalls: number;
  help: boolean;
  undo: string | null;
  allowed_actions: string[];
  seq: number;
  secret?: string;
  follow_url?: string;
  guest?: GuestView;
  explain?: ExplainView;
}

export interface VisitsView {
  items: VisitView[];
  next: string | null;
  seq?: number;
}

/** A wait still ahead, in seconds: one in ten is shorter, half, nine in ten. */
export interface Wait {
  low_s: number;
  likely_s: number;
  high_s: number;
}

/** A wait from `computed_at`, in seconds. */
export interface WaitView {
  low_s: number;
  likely_s: number;
  high_s: number;
  basis: string;
  computed_at: string;
}

/** Why it takes long; `counter` and `until` are of the break or the counter that has closed. */
export interface WhyView {
  reason: "counter_closed" | "counter_on_break" | "counters_closed" | "longer_services" | "longer_than_thought" | "many_people";
  counter: string | null;
  until: string | null;
}
