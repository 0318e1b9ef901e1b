/** Words of the procedure, as this app uses them. */
export const MEANINGS: readonly { word: string; meaning: string }[] = [
	{
		word: 'Day 0',
		meaning: 'The day any of us first had it. It is not counted; the next working day is day 1.'
	},
	{
		word: 'Working days',
		meaning:
			'Monday to Friday without the bank holidays of England. Days on which our offices are closed do count.'
	},
	{
		word: 'Part',
		meaning: 'One point complained about. Each has its own route and its own answer.'
	},
	{
		word: 'Strand',
		meaning: 'The parts under one procedure. They share a stage, its clocks and its pauses.'
	},
	{
		word: 'Stage 1, local resolution',
		meaning: 'The manager of the service answers: 10 working days, 20 where more time is needed.'
	},
	{
		word: 'Stage 2, investigation',
		meaning: 'Somebody new looks. It runs from the day it is asked for, by any means.'
	},
	{
		word: 'Paused',
		meaning: 'A child waits for an advocate. The days of stage 1 are not counted meanwhile.'
	},
	{
		word: 'Second person',
		meaning:
			'Reads every answer before it goes, and every message with an address or a number in it. Never somebody who wrote it.'
	},
	{
		word: 'Who looked',
		meaning: 'Every opening of a case is written down. The child can ask for the list.'
	}
];
