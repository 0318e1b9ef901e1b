import { besideTextIds } from '#lib/server/complaints/besideTexts.ts';
import type { NewReviewPromise } from '#lib/wire/reviewOrders.ts';
import type { ActRefusal, Order, PushedCommand, PushedText } from '#lib/wire/sync.ts';

type Kind = PushedText['kind'];

/** Words an order speaks of by their id, and what they may be. */
interface NamedText {
	textId: string;
	kinds: readonly Kind[];
}

/**
 * What is wrong with the words an order brings: each that it names must be there, of the right
 * kind and not empty, and nothing else may come along. Null where all is well.
 */
export function findTextFault({
	order,
	texts
}: Pick<PushedCommand, 'order' | 'texts'>): ActRefusal | null {
	const named = textsNamedBy(order);
	for (const { textId, kinds } of named) {
		const text = texts.find((one) => one.textId === textId);
		if (!text || !kinds.includes(text.kind)) return fault(`Words of ${kinds[0]} are missing`);
		if (text.words.trim() === '') return fault(`Words of ${kinds[0]} are empty`);
	}
	const extra = texts.find(({ textId }) => !named.some((one) => one.textId === textId));
	if (extra) return fault('Words came along that the order does not name');
	const ids = new Set(texts.map(({ textId }) => textId));
	return ids.size === texts.length ? null : fault('Two texts have the same id');
}

function fault(message: string): ActRefusal {
	return { code: 'badForm', path: 'texts', message };
}

/** The words that an order speaks of by their ids. */
export function textsNamedBy(order: Order): NamedText[] {
	switch (order.type) {
		case 'addNote':
			return [{ textId: order.textId, kinds: ['note', 'spokenTo', 'writtenRecord'] }];
		case 'logContact':
			return [
				{ textId: order.whatHappenedTextId, kinds: ['whatHappened'] },
				...named(order.whatWouldHelpTextId, 'whatWouldHelp')
			];
		case 'recordConcern':
			return [
				{ textId: order.saidTextId, kinds: ['whatHappened'] },
				...named(order.wantsTextId, 'whatWouldHelp')
			];
		case 'settleConcern':
			return [...named(order.textId, 'note'), ...order.promises.flatMap(promised)];
		case 'holdReview':
			return order.promises.flatMap(promised);
		case 'escalateConcern':
			return named(order.textId, 'note');
		case 'decideTriage':
			return order.elements.flatMap(({ titleTextId, reasonTextId }) => [
				...named(titleTextId, 'elementTitle'),
				...named(reasonTextId, 'reason')
			]);
		case 'correctReceiptDate':
		case 'correctStage2RequestDate':
		case 'correctStage1Extension':
		case 'correctResponseDate':
		case 'correctOutcome':
			return named(order.reasonTextId, 'reason');
		case 'recordOmbudsmanReferral':
		case 'recordOmbudsmanEnquiry':
		case 'answerOmbudsmanEnquiry':
		case 'recordOmbudsmanDecision':
		case 'addOmbudsmanRecommendation':
		case 'completeOmbudsmanRecommendation':
		case 'confirmOmbudsmanCompliance':
		case 'decideLateReceipt':
		case 'decideInterest':
		case 'recordConsent':
		case 'withdrawConsent':
		case 'freezeDecision':
		case 'decideFreeze':
		case 'liftFreeze':
		case 'suspendElement':
		case 'recordJointComplaint':
		case 'recordJointReply':
		case 'linkComplaint':
		case 'unlinkComplaint':
		case 'markDuplicate':
		case 'unmarkDuplicate':
		case 'reviewSuspension':
		case 'recordProceedingsEnded':
		case 'tellRightToResubmit':
		case 'resubmitElement':
		case 'startAdr':
		case 'endAdr':
		case 'decideChildIsTold':
		case 'tellReviewingOfficer':
		case 'reopenStrand':
			return besideTextIds(order).flatMap((textId) => named(textId, 'reason'));
		case 'redecideElement':
			return named(order.element.reasonTextId, 'reason');
		case 'respondStage1':
		case 'respondCorporateStage2':
			return named(order.promised?.textId ?? null, 'promised');
		case 'resolveStage1':
			return named(order.termsTextId, 'terms');
		case 'appointPerson':
		case 'endAppointment':
		case 'recordStatementNotAgreed':
		case 'recordStatementNotNeeded':
		case 'limitScope':
		case 'discontinueStage2':
		case 'correctStatementDate':
		case 'correctReportDate':
		case 'correctStage2Extension':
		case 'correctStage2ResponseDate':
		case 'correctStage2Outcome':
			return named(order.reasonTextId, 'reason');
		case 'requestStage3':
			return named(order.pointsTextId, 'stage3Points');
		case 'decideLateStage3':
		case 'fixPanelDate':
		case 'adjournPanel':
		case 'correctStage3Date':
			return named(order.reasonTextId, 'reason');
		case 'sendPanelPapers':
			return named(order.tooLateReasonTextId, 'reason');
		case 'receivePanelReport':
			return [
				...named(order.textId, 'report'),
				...order.recommendations.flatMap(({ textId }) => named(textId, 'recommendation'))
			];
		case 'respondStage3':
			return order.decisions.flatMap(({ reasonTextId }) => named(reasonTextId, 'reason'));
		case 'draftStatement':
			return named(order.textId, 'statement');
		case 'receiveReport':
			return named(order.textId, 'report');
		case 'completeRecommendation':
			return named(order.evidenceTextId, 'evidence');
		case 'adjudicate':
			return [
				...order.points.flatMap(({ reasonTextId }) => named(reasonTextId, 'reason')),
				...order.recommendations.flatMap(({ textId, reasonTextId }) => [
					...named(textId, 'recommendation'),
					...named(reasonTextId, 'reason')
				])
			];
		case 'assignCase':
			return named(order.lineManagerReasonTextId ?? null, 'reason');
		case 'turnConcernIntoComplaint':
		case 'checkPromise':
		case 'planReview':
		case 'nameSubject':
		case 'markMessageRead':
		case 'sendMessage':
		case 'confirmMessage':
		case 'discardMessage':
		case 'completePromise':
		case 'recordAdvocateAnswer':
		case 'receiveComplaint':
		case 'acknowledgeComplaint':
		case 'withdrawComplaint':
		case 'reinstateComplaint':
		case 'turnIntoComplaint':
		case 'recordDealtWith':
		case 'askForAdvocate':
		case 'recordAdvocateAppointed':
		case 'recordAdvocateDeclined':
		case 'importHistory':
		case 'extendStage1':
		case 'agreeStatement':
		case 'extendStage2':
		case 'sendStage2Response':
		case 'acknowledgeCorporateStage2':
		case 'tellStage2Delay':
		case 'tellRightToStage2':
		case 'agreeToWait':
		case 'requestStage2':
		case 'withdrawStrand':
		case 'reinstateStrand':
		case 'closeStrand':
		case 'acknowledgeStage3':
		case 'holdPanel':
		case 'sendPanelReport':
		case 'referEarly':
			return [];
	}
}

function promised({ whatTextId }: NewReviewPromise): NamedText[] {
	return named(whatTextId, 'promised');
}

function named(textId: string | null, kind: Kind): NamedText[] {
	return textId === null ? [] : [{ textId, kinds: [kind] }];
}
