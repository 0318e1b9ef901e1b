import type { ColumnType, Generated } from 'kysely';
import type { AdvocateStep, DeclinedBecause, MayKnow } from '#lib/domain/advocacy/request.ts';
import type { ConcernAct } from '#lib/domain/reviews/concern.ts';
import type { LadderStep } from '#lib/domain/reviews/ladder.ts';
import type { PromiseFound } from '#lib/domain/reviews/promises.ts';
import type { ScanState } from '#lib/server/files/checkFile.ts';
import type { FileKind, SoundKind } from '#lib/server/files/fileKind.ts';
import type { FileRefused } from '#lib/wire/deviceFile.ts';

/** A civil date, as PostgreSQL keeps it: 'YYYY-MM-DD'. */
type Day = string;
/** An instant, as an ISO string in UTC. */
type Instant = ColumnType<string, string | undefined, string>;
type OptionalInstant = ColumnType<string | null, string | null | undefined, string | null>;
type Json<T = unknown> = ColumnType<T, string | undefined, string>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
type WithDefault<T> = ColumnType<T, T | undefined, T>;

/** The tables of the database, one property each, as Kysely reads them. */
export interface Database {
	staff: {
		staff_id: string;
		username: string;
		display_name: string;
		email: Optional<string>;
		telephone: Optional<string>;
		team_id: Optional<string>;
		password_hash: string;
		is_active: WithDefault<boolean>;
		created_at: Instant;
		kind: WithDefault<'inside' | 'outside'>;
		valid_until: Optional<Day>;
		line_manager_id: Optional<string>;
	};
	second_step: {
		staff_id: string;
		sealed: Buffer | null;
		set_up_at: OptionalInstant;
		last_step: Optional<number>;
		pending_sealed: Buffer | null;
		pending_at: OptionalInstant;
	};
	recovery_code: {
		lookup: Buffer;
		staff_id: string;
		verifier: string;
		used_at: OptionalInstant;
	};
	half_sign_in: {
		id_hash: string;
		staff_id: string;
		created_at: Instant;
	};
	case_document: {
		document_id: string;
		position: Generated<number>;
		complaint_id: string;
		strand_id: string;
		kind: string;
		state: 'draft' | 'handedIn' | 'recorded' | 'given';
		meant_for: WithDefault<string[]>;
		content_type: string;
		byte_size: number;
		sealed: Buffer | null;
		sealed_words: Buffer | null;
		added_by: string;
		added_at: Instant;
		handed_in_at: OptionalInstant;
		erased_at: OptionalInstant;
		scan: WithDefault<ScanState>;
		scanned_at: OptionalInstant;
	};
	attached_file: {
		file_id: string;
		position: Generated<number>;
		draft_id: Optional<string>;
		complaint_id: Optional<string>;
		concern_id: Optional<string>;
		part: 'happened' | 'helpersAccount' | 'added' | 'message' | 'mandate';
		part_id: Optional<string>;
		kind: FileKind;
		byte_size: number;
		seconds: Optional<number>;
		sealed: Buffer | null;
		scan: ScanState;
		scanned_at: OptionalInstant;
		added_at: Instant;
		erased_at: OptionalInstant;
	};
	confidentiality_signature: {
		paper_id: string;
		complaint_id: string;
		staff_id: string;
		statement_version: string;
		signed_on: Day;
		signed_at: Instant;
	};
	papers_agreement: {
		agreement_id: string;
		complaint_id: string;
		staff_id: string;
		agreed_on: Day;
		how: 'inWriting' | 'spoken' | 'throughAdvocate';
		recorded_by: string;
		recorded_at: Instant;
		ended_on: Optional<Day>;
	};
	outside_person: {
		staff_id: string;
		is_officer_or_member: WithDefault<boolean>;
		left_office_on: Optional<Day>;
		is_spouse_of_one: WithDefault<boolean>;
		employer: Optional<string>;
		was_paid_before: WithDefault<boolean>;
		dbs_checked_on: Optional<Day>;
		trained_on: Optional<Day>;
		provider_id: Optional<string>;
		changed_at: Instant;
		changed_by: Optional<string>;
	};
	staff_role: { staff_id: string; role: string };
	staff_session: {
		id_hash: string;
		staff_id: string;
		created_at: Instant;
		last_seen_at: Instant;
		expires_at: Instant;
		lent_at: OptionalInstant;
		lent_id: Optional<string>;
	};
	sign_in_wait: { subject_hash: string; failures: number; last_failed_at: Instant };
	setup_code: { code_hash: string; created_at: Instant; used_at: OptionalInstant };
	setting: {
		name: string;
		value: Json;
		version: WithDefault<number>;
		changed_at: Instant;
		changed_by: Optional<string>;
	};
	bank_holiday_correction: {
		day: Day;
		name: string;
		is_holiday: boolean;
		changed_at: Instant;
		changed_by: Optional<string>;
	};
	provider_away: {
		away_id: string;
		provider_id: string;
		from_on: Day;
		to_on: Day;
		said_by: string;
		said_at: Instant;
	};
	partner_pass: {
		pass_hash: string;
		staff_id: string;
		made_at: Instant;
	};
	provider_logo: {
		provider_id: string;
		logo_id: string;
		bytes: Buffer;
		width: number;
		height: number;
		kept_at: Instant;
		kept_by: string;
	};
	page_clip: {
		clip_id: string;
		page: string;
		language: string;
		kind: SoundKind;
		bytes: Buffer;
		seconds: Optional<number>;
		kept_at: Instant;
		kept_by: string;
	};
	poster_place: { place_id: string; name: string; made_at: Instant; made_by: string };
	poster_arrival: { place_id: string; month: Day; arrivals: number };
	what_changed: {
		change_id: string;
		said: string;
		did: string;
		done_on: Day;
		published_at: Instant;
		published_by: string;
		taken_down_at: OptionalInstant;
		taken_down_by: Optional<string>;
	};
	reference_counter: { year: number; last_number: number };
	complaint: {
		complaint_id: string;
		reference: string;
		version: number;
		phase: string;
		received_on: Day;
		recorded_at: Instant;
		made_by: Optional<string>;
		officer_id: Optional<string>;
		responder_id: Optional<string>;
		team_id: Optional<string>;
		duplicate_of: Optional<string>;
		linked_with: WithDefault<string[]>;
		standing: WithDefault<string>;
		stage: Optional<string>;
		next_due_on: Optional<Day>;
		ended_on: Optional<Day>;
		procedures: WithDefault<string[]>;
		categories: WithDefault<string[]>;
		routes: WithDefault<string[]>;
		list_order: Generated<number>;
	};
	reminder_sent: {
		complaint_id: string;
		about_id: string;
		clock: string;
		kind: string;
		due_on: Day;
		told: string[];
		sent_at: Instant;
	};
	reminder_mail: { staff_id: string; sent_on: Day };
	date_moved: {
		moved_id: string;
		change_id: string;
		complaint_id: string;
		strand_id: Optional<string>;
		clock: string;
		old_due_on: Optional<Day>;
		new_due_on: Optional<Day>;
		moved_at: Instant;
		moved_by: Optional<string>;
	};
	saved_view: {
		view_id: string;
		staff_id: string;
		name: string;
		filter: Json;
		saved_at: Instant;
	};
	cover: {
		cover_id: string;
		absent_id: string;
		covering_id: string;
		from_on: Day;
		to_on: Day;
		recorded_by: Optional<string>;
		recorded_at: Instant;
	};
	strand: {
		strand_id: string;
		complaint_id: string;
		position: number;
		procedure: string;
		stage: string;
		stage1_day_zero_on: Day;
		stage1_due_on: Optional<Day>;
		stage1_limit_on: Optional<Day>;
		is_extended: boolean;
		is_paused: boolean;
		responded_on: Optional<Day>;
		resolved_on: Optional<Day>;
		stage2_requested_on: Optional<Day>;
		stage2_due_on: Optional<Day>;
		stage2_limit_on: Optional<Day>;
		stage2_statement_agreed_on: Optional<Day>;
		stage2_responded_on: Optional<Day>;
		stage2_received_on: Optional<Day>;
		stage3_requested_on: Optional<Day>;
		stage3_due_on: Optional<Day>;
		panel_on: Optional<Day>;
		panel_held_on: Optional<Day>;
		is_panel_outside_at_wish: boolean;
		stage3_responded_on: Optional<Day>;
		withdrawn_on: Optional<Day>;
		closed_on: Optional<Day>;
		closing_reason: Optional<string>;
		outcome: Optional<string>;
		suspension_review_on: Optional<Day>;
		resubmit_by_on: Optional<Day>;
	};
	element: {
		element_id: string;
		complaint_id: string;
		strand_id: Optional<string>;
		position: number;
		title_text_id: Optional<string>;
		person: Optional<string>;
		subject: Optional<string>;
		category: string;
		routes: string[];
		outcome: Optional<string>;
		stage2_outcome: Optional<string>;
	};
	appointment: {
		appointment_id: string;
		complaint_id: string;
		strand_id: string;
		position: number;
		role: string;
		person_id: string;
		appointed_on: Day;
		declaration_signed_on: Optional<Day>;
		accepted_warnings: string[];
		reason_text_id: Optional<string>;
		ended_on: Optional<Day>;
	};
	recommendation: {
		recommendation_id: string;
		complaint_id: string;
		strand_id: string;
		position: number;
		made_at: string;
		decided_on: Day;
		text_id: string;
		accepted: boolean;
		reason_text_id: Optional<string>;
		due_on: Optional<Day>;
		done_on: Optional<Day>;
		evidence_text_id: Optional<string>;
		owner_id: Optional<string>;
	};
	panel_diary: {
		person_id: string;
		busy_on: Day;
		recorded_by: string;
		recorded_at: Generated<Instant>;
	};
	complaint_event: {
		complaint_id: string;
		version: number;
		type: string;
		data: Json;
		command_id: string;
		actor_kind: 'staff' | 'complainant' | 'system';
		actor_id: Optional<string>;
		given_at: string;
		recorded_at: Instant;
	};
	command_receipt: {
		command_id: string;
		complaint_id: Optional<string>;
		actor: string;
		type: string;
		payload_hash: Buffer;
		result: Json;
		received_at: Instant;
		device_id: Optional<string>;
		outcome: Optional<'applied' | 'proposed' | 'refused' | 'clash' | 'deposited'>;
		sealed_hash: Optional<Buffer>;
	};
	device_file: {
		file_id: string;
		command_id: string;
		complaint_id: string;
		author_id: string;
		device_id: Optional<string>;
		head: string;
		key_owner_id: string;
		byte_size: number;
		chunk_count: number;
		received: WithDefault<number>;
		state: 'coming' | 'held' | 'kept' | 'refused';
		refusal: Optional<FileRefused>;
		is_untold: WithDefault<boolean>;
		began_at: Instant;
		transaction_id: WithDefault<string>;
	};
	device_file_chunk: { file_id: string; position: number; sealed: Buffer };
	change_feed: { complaint_id: string; at: Instant };
	change_feed_end: { epoch: string; up_to: string };
	device: {
		device_id: string;
		staff_id: string;
		name: string;
		unlocks_by: 'passkey' | 'passphrase' | 'nothing';
		is_persisted: boolean;
		credential_hash: Buffer;
		enrolled_at: Instant;
		last_heard_at: OptionalInstant;
		removed_at: OptionalInstant;
		removed_by: Optional<string>;
		deposits: WithDefault<number>;
		deposits_since: OptionalInstant;
	};
	server_epoch: {
		epoch: string;
		durable: number;
		since: Instant;
		restored_from: Optional<string>;
	};
	device_seal_key: {
		key_id: string;
		public_key: Buffer;
		wrapped: Buffer;
		master_key_id: string;
		made_at: Instant;
	};
	push_key: {
		public_key: Buffer;
		wrapped: Buffer;
		master_key_id: string;
		made_at: Instant;
	};
	push_subscription: {
		subscription_id: string;
		device_id: string;
		staff_id: string;
		endpoint: string;
		p256dh: Buffer;
		auth: Buffer;
		session_hash: Optional<string>;
		made_at: Instant;
	};
	push_message: {
		push_id: string;
		subscription_id: string;
		kind: 'alert' | 'date';
		about: string;
		alert_id: Optional<string>;
		made_at: Instant;
		ends_at: Instant;
		claimed_at: OptionalInstant;
		done_at: OptionalInstant;
		outcome: Optional<'taken' | 'refused' | 'late' | 'notNeeded' | 'unsure'>;
	};
	set_aside_order: {
		set_aside_id: string;
		command_id: string;
		complaint_id: string;
		author_id: string;
		because: 'proposed' | 'refused' | 'clash' | 'deposited';
		sealed_order: Optional<string>;
		payload_hash: Buffer;
		schema: number;
		received_at: Instant;
		device_id: Optional<string>;
		resealed: Optional<Buffer>;
		key_owner_id: Optional<string>;
		refusal: ColumnType<unknown, string | null | undefined, string | null>;
		settled_at: OptionalInstant;
		settled_by: Optional<string>;
		choice: Optional<'useMine' | 'useTheirs' | 'keepBothAsNote' | 'confirm' | 'discard'>;
		settled_command_id: Optional<string>;
	};
	complaint_subject: {
		complaint_id: string;
		staff_id: string;
		named_by: Optional<string>;
		named_at: Instant;
	};
	data_key: {
		owner_id: string;
		owner_kind:
			| ('complaint' | 'draft' | 'alert' | 'message' | 'importedRecord')
			| ('ombudsmanCase' | 'staff' | 'reviewedChild' | 'deviceFile');
		wrapped: Buffer | null;
		master_key_id: string;
		created_at: Instant;
		destroyed_at: OptionalInstant;
		destroyed_in: Optional<string>;
	};
	sealed_text: {
		text_id: string;
		position: Generated<number>;
		complaint_id: string;
		kind: SealedTextKind;
		sealed: Buffer | null;
		author_kind: 'staff' | 'complainant' | 'system';
		author_id: Optional<string>;
		written_at: Instant;
		erased_at: OptionalInstant;
		with_advocate: Optional<string>;
	};
	intake_fact: {
		complaint_id: string;
		picked_subjects: WithDefault<string[]>;
		wishes: WithDefault<string[]>;
		told_how: Optional<string>;
		safety_answer: Optional<string>;
		wants_advocate: Optional<string>;
		advocate_may_know: Optional<string>;
		changes_coming: WithDefault<string[]>;
		promise_version: Optional<string>;
		further: Json<Record<string, string>>;
	};
	complaint_person: {
		person_id: string;
		complaint_id: string;
		part: 'complainant' | 'child' | 'helper' | 'advocate' | 'subjectOfComplaint' | 'other';
		sealed: Buffer | null;
		staff_id: Optional<string>;
		name_index: WithDefault<Buffer[]>;
		erased_at: OptionalInstant;
	};
	safe_contact: {
		safe_contact_id: string;
		complaint_id: string;
		channel: 'code' | 'textMessage' | 'telephone' | 'email' | 'letter' | 'trustedPerson';
		is_allowed: boolean;
		sealed: Buffer | null;
		who_can_see: Optional<'justMe' | 'others' | 'notSure'>;
		voicemail_allowed: Optional<boolean>;
		good_times: WithDefault<string[]>;
		checked_on: Optional<Day>;
		erased_at: OptionalInstant;
		whose: WithDefault<'complainant' | 'helper'>;
	};
	message: {
		message_id: string;
		position: Generated<number>;
		complaint_id: string;
		direction: 'fromComplainant' | 'toComplainant';
		state: WithDefault<'waitingForSecondPerson' | 'sent' | 'notSent'>;
		sealed: Buffer | null;
		author_id: Optional<string>;
		second_person_id: Optional<string>;
		sent_at: Instant;
		read_at: OptionalInstant;
		reply_by_on: Optional<Day>;
		not_understood_at: OptionalInstant;
		erased_at: OptionalInstant;
		party: WithDefault<'complainant' | 'helper' | 'advocate'>;
	};
	stage1_answer: {
		answer_id: string;
		complaint_id: string;
		strand_id: string;
		state: 'draft' | 'waitingForRelease' | 'sent';
		version: WithDefault<number>;
		sealed: Buffer | null;
		written_by: string;
		writers: string[];
		saved_at: Instant;
		release_asked_at: OptionalInstant;
		second_person_id: Optional<string>;
		released_by: Optional<string>;
		addresses_confirmed: WithDefault<boolean>;
		sent_at: OptionalInstant;
		opened_at: OptionalInstant;
		not_understood_at: OptionalInstant;
		reply: Optional<'content' | 'talkFirst' | 'thinking' | 'stage2'>;
		replied_at: OptionalInstant;
		erased_at: OptionalInstant;
	};
	full_answer: {
		full_answer_id: string;
		complaint_id: string;
		strand_id: string;
		stage: 2 | 3;
		state: 'waitingForRelease' | 'sentBack' | 'sent';
		version: WithDefault<number>;
		sealed: Buffer | null;
		document_ids: WithDefault<string[]>;
		written_by: string;
		writers: string[];
		release_asked_at: OptionalInstant;
		second_person_id: Optional<string>;
		released_by: Optional<string>;
		look_confirmed: WithDefault<boolean>;
		sent_at: OptionalInstant;
		opened_at: OptionalInstant;
		erased_at: OptionalInstant;
	};
	letter_template: {
		letter_kind: string;
		version: number;
		adult: Optional<string>;
		child: Optional<string>;
		changed_by: Optional<string>;
		changed_at: Instant;
	};
	letter: {
		letter_id: string;
		position: Generated<number>;
		complaint_id: string;
		strand_id: Optional<string>;
		letter_kind: string;
		template_version: number;
		audience: 'adult' | 'child';
		state: 'draft' | 'waitingForRelease' | 'released' | 'queued' | 'printed';
		version: WithDefault<number>;
		sealed: Buffer | null;
		written_by: string;
		writers: string[];
		saved_at: Instant;
		release_asked_at: OptionalInstant;
		second_person_id: Optional<string>;
		released_by: Optional<string>;
		released_at: OptionalInstant;
		look_confirmed: WithDefault<boolean>;
		message_id: Optional<string>;
		sent_by: Optional<string>;
		sent_at: OptionalInstant;
		sent_how: Optional<'online' | 'post' | 'byHand'>;
		sent_on: Optional<Day>;
		erased_at: OptionalInstant;
	};
	promise: {
		promise_id: string;
		complaint_id: string;
		element_id: Optional<string>;
		sealed: Buffer | null;
		due_on: Day;
		done_on: Optional<Day>;
		owner_id: Optional<string>;
		erased_at: OptionalInstant;
	};
	advocate_request: {
		request_id: string;
		complaint_id: string;
		provider_id: string;
		asked_on: Day;
		asked_at: Instant;
		may_know: 'nameOnly' | 'story';
		answer: Optional<'accepted' | 'declined' | 'needsInterpreter'>;
		answered_on: Optional<Day>;
		recorded_by: Optional<string>;
		acknowledged_on: Optional<Day>;
		declined_because: Optional<DeclinedBecause>;
		needs_language: Optional<string>;
		assigned_to: Optional<string>;
		assigned_on: Optional<Day>;
		first_contact_on: Optional<Day>;
		spoke_on: Optional<Day>;
		ended_on: Optional<Day>;
		ended_because: Optional<'childTookBack' | 'declined'>;
	};
	advocate_consent: {
		consent_id: string;
		position: Generated<number>;
		complaint_id: string;
		request_id: string;
		may_know: MayKnow;
		wording: string;
		told_on: Day;
		told_at: Instant;
		recorded_by: Optional<string>;
	};
	advocate_undertaking: {
		staff_id: string;
		statement_version: string;
		signed_on: Day;
		signed_at: Instant;
	};
	advocate_chase: {
		request_id: string;
		complaint_id: string;
		chased_on: Day;
		about: AdvocateStep;
	};
	advocate_help: {
		help_id: string;
		provider_id: string;
		staff_id: string;
		helped_on: Day;
		kind: string;
		outcome: string;
		recorded_at: Instant;
	};
	draft: {
		draft_id: string;
		state: 'open' | 'sent' | 'deleted';
		sealed: Buffer | null;
		version: WithDefault<number>;
		complaint_id: Optional<string>;
		has_code: WithDefault<boolean>;
		texts_asked: WithDefault<number>;
		created_at: Instant;
		saved_at: Instant;
		sent_at: OptionalInstant;
		expires_at: string;
	};
	visit: {
		secret_hash: Buffer;
		turn_hash: Buffer;
		draft_id: Optional<string>;
		complaint_id: Optional<string>;
		came_with_code: WithDefault<boolean>;
		code_checked_at: OptionalInstant;
		seen_at: Instant;
		created_at: Instant;
		expires_at: string;
		holder: WithDefault<'complainant' | 'helper'>;
		view: WithDefault<'usual' | 'easier'>;
		language: Optional<string>;
		lent_id: Optional<string>;
	};
	receipt_code: {
		lookup: Buffer;
		verifier: string;
		draft_id: Optional<string>;
		complaint_id: Optional<string>;
		created_at: Instant;
		disabled_at: OptionalInstant;
		holder: WithDefault<'complainant' | 'helper'>;
		view: WithDefault<'usual' | 'easier'>;
		language: Optional<string>;
	};
	code_guess: { guess_id: Generated<number>; visitor_hash: Optional<Buffer>; at: Instant };
	reviewed_child: {
		child_id: string;
		officer_id: string;
		sealed: Buffer | null;
		name_index: WithDefault<Buffer[]>;
		number_index: Optional<Buffer>;
		made_at: Instant;
		erased_at: OptionalInstant;
	};
	review: {
		review_id: string;
		child_id: string;
		review_on: Day;
		sealed_place: Buffer | null;
		held: Optional<'held' | 'notHeld'>;
		noted_at: OptionalInstant;
		is_uploaded: boolean;
		added_by: string;
		added_at: Instant;
	};
	concern: {
		concern_id: string;
		child_id: string;
		review_id: Optional<string>;
		said_on: Day;
		starts_on: Day;
		reached_on: Day;
		is_day_in_doubt: boolean;
		safe_now: 'yes' | 'no' | 'notSure' | 'notAsked';
		phoned: Optional<'yes' | 'notYet'>;
		wants_advocate: 'yes' | 'no' | 'notAsked';
		sealed: Buffer | null;
		became_complaint: WithDefault<boolean>;
		recorded_by: string;
		recorded_at: Instant;
	};
	concern_act: {
		act_id: string;
		position: Generated<number>;
		concern_id: string;
		type: ConcernAct['type'];
		on_day: Day;
		step: Optional<LadderStep>;
		sealed: Buffer | null;
		done_by: string;
		done_at: Instant;
	};
	review_promise: {
		promise_id: string;
		child_id: string;
		review_id: Optional<string>;
		concern_id: Optional<string>;
		sealed: Buffer | null;
		made_on: Day;
		due_on: Optional<Day>;
		found: Optional<PromiseFound>;
		checked_on: Optional<Day>;
		checked_by: Optional<string>;
		made_by: string;
	};
	safety_alert: {
		alert_id: string;
		draft_id: Optional<string>;
		complaint_id: Optional<string>;
		concern_id: Optional<string>;
		answer: 'no' | 'notSure';
		raised_at: Instant;
		sealed: Optional<Buffer>;
		told_count: WithDefault<number>;
		last_told_at: OptionalInstant;
		taken_by: Optional<string>;
		taken_at: OptionalInstant;
		closed_by: Optional<string>;
		closed_at: OptionalInstant;
		closing_reason: Optional<string>;
	};
	safety_alert_step: {
		step_id: string;
		alert_id: string;
		at: Instant;
		staff_id: Optional<string>;
		what: 'told' | 'taken' | 'called' | 'noAnswer' | 'note' | 'closed';
		sealed: Optional<Buffer>;
	};
	job: {
		job_id: string;
		kind: string;
		unique_key: Optional<string>;
		data: Json;
		run_at: string;
		leased_until: OptionalInstant;
		attempts: WithDefault<number>;
		last_error: Optional<string>;
		done_at: OptionalInstant;
	};
	outgoing_message: {
		outgoing_message_id: string;
		complaint_id: Optional<string>;
		safe_contact_id: Optional<string>;
		staff_id: Optional<string>;
		channel: 'email' | 'textMessage' | 'inbox';
		purpose: string;
		sealed: Buffer;
		state: 'queued' | 'sent' | 'failed' | 'kept' | 'held';
		attempts: WithDefault<number>;
		queued_at: Instant;
		sent_at: OptionalInstant;
		error_code: Optional<string>;
	};
	view_record: {
		view_id: Generated<number>;
		complaint_id: string;
		staff_id: string;
		what: string;
		at: Instant;
	};
	audit_entry: {
		entry_id: Generated<number>;
		at: Instant;
		actor: string;
		action: string;
		entity: string;
		entity_id: Optional<string>;
		data: Json;
	};
	imported_record: {
		record_id: string;
		complaint_id: Optional<string>;
		kind: string;
		scope: Optional<string>;
		received_on: Optional<Day>;
		data: Json;
		sealed: Buffer | null;
		key_owner_id: Optional<string>;
		content_hash: string;
		imported_at: Instant;
	};
	equality_answer: {
		about_hash: Buffer;
		given_on: Day;
		age: Optional<number>;
		sex: Optional<string>;
		gender_identity: Optional<string>;
		ethnic_group: Optional<string>;
		long_condition: Optional<string>;
		limits_days: Optional<string>;
		religion: Optional<string>;
	};
	how_we_did: {
		complaint_id: string;
		given_on: Day;
		overall: Optional<string>;
		listened: Optional<string>;
		quick_enough: Optional<string>;
		again: Optional<string>;
		sealed: Buffer | null;
	};
	unsent_words: {
		complaint_id: string;
		holder: 'complainant' | 'helper';
		page: string;
		kept_at: Instant;
		sealed: Buffer;
	};
	imported_equality: {
		record_id: string;
		subject: Optional<string>;
		gender: Optional<string>;
		ethnicity: Optional<string>;
		age: Optional<number>;
		disability: Optional<string>;
	};
	ombudsman_case: {
		ombudsman_case_id: string;
		complaint_id: Optional<string>;
		made_on: Day;
		kind: string;
		reference_text_id: Optional<string>;
		decided_on: Optional<Day>;
		decision: Optional<string>;
		is_open: boolean;
		next_due_on: Optional<Day>;
	};
	ombudsman_enquiry: {
		enquiry_id: string;
		ombudsman_case_id: string;
		complaint_id: Optional<string>;
		received_on: Day;
		due_on: Day;
		answered_on: Optional<Day>;
	};
	ombudsman_recommendation: {
		recommendation_id: string;
		ombudsman_case_id: string;
		complaint_id: Optional<string>;
		text_id: string;
		made_on: Day;
		due_on: Day;
		done_on: Optional<Day>;
		confirmed_on: Optional<Day>;
	};
	ombudsman_event: {
		ombudsman_case_id: string;
		version: number;
		type: string;
		data: Json;
		staff_id: Optional<string>;
		recorded_at: Instant;
	};
	ombudsman_text: {
		text_id: string;
		ombudsman_case_id: string;
		kind: 'reference' | 'about' | 'recommendation' | 'evidence';
		sealed: Buffer | null;
		written_at: Instant;
	};
	imported_context: { name: string; value: Json; imported_at: Instant };
	import_finding: {
		finding_id: Generated<number>;
		record_id: string;
		code: string;
		data: Json;
	};
}

/** What a piece of sealed text is. */
export type SealedTextKind =
	| 'whatHappened'
	| 'whatWouldHelp'
	| 'whenItChanges'
	/** The language they use, typed where it is none of the list. */
	| 'languageNamed'
	/** What whoever speaks for the child says of it, apart from the child's own words. */
	| 'helpersAccount'
	/** What the child said when asked if they agree. */
	| 'childsAnswer'
	| 'added'
	| 'writtenRecord'
	| 'elementTitle'
	| 'note'
	| 'reason'
	| 'terms'
	| 'spokenTo'
	| 'statement'
	| 'report'
	| 'recommendation'
	| 'evidence'
	/** What an answer sent on paper says will be done. */
	| 'promised'
	| 'stage3Points';
