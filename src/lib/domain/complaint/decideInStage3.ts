import { decideEarlyReferral } from '#lib/domain/complaint/decideEarlyReferral.ts';
import {
	decideAdjournment,
	decidePanelDate,
	decidePanelHeld,
	decidePapers
} from '#lib/domain/complaint/decidePanel.ts';
import { decideStage3Correction } from '#lib/domain/complaint/decideStage3Correction.ts';
import {
	decideLateRequest,
	decideStage3Acknowledgement,
	decideStage3Request
} from '#lib/domain/complaint/decideStage3Request.ts';
import {
	decidePanelReport,
	decidePanelReportSent,
	decideStage3Response
} from '#lib/domain/complaint/decideStage3Response.ts';
import type { Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Stage3Command } from '#lib/domain/complaint/stage3Commands.ts';
import type { StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/** What the rules say to an order of stage 3 that the stage allows. */
export function decideInStage3(
	about: StrandOfComplaint,
	command: Stage3Command,
	context: RuleContext
): Decision {
	switch (command.type) {
		case 'requestStage3':
			return decideStage3Request(about, command, context);
		case 'decideLateStage3':
			return decideLateRequest(about, command, context);
		case 'acknowledgeStage3':
			return decideStage3Acknowledgement(about, command, context);
		case 'fixPanelDate':
			return decidePanelDate(about, command, context);
		case 'adjournPanel':
			return decideAdjournment(about, command, context);
		case 'sendPanelPapers':
			return decidePapers(about, command, context);
		case 'holdPanel':
			return decidePanelHeld(about, command, context);
		case 'receivePanelReport':
			return decidePanelReport(about, command, context);
		case 'sendPanelReport':
			return decidePanelReportSent(about, command, context);
		case 'respondStage3':
			return decideStage3Response(about, command, context);
		case 'correctStage3Date':
			return decideStage3Correction(about, command, context);
		case 'referEarly':
			return decideEarlyReferral(about, command, context);
	}
}
