import { DEVICE_FAULTS } from './deviceFaults.ts';
import { RIGHT_WAYS, type Ways } from './schedule.ts';
import { SERVER_FAULTS } from './serverFaults.ts';

/** Every fault by its name, each with the rest as it should be. */
export const FAULTS: readonly (readonly [name: string, ways: Ways])[] = [
	...Object.entries(DEVICE_FAULTS).map(
		([name, device]) => [`a device that ${name}`, { ...RIGHT_WAYS, device }] as const
	),
	...Object.entries(SERVER_FAULTS).map(
		([name, faulty]) => [`a server that ${name}`, { ...RIGHT_WAYS, ...faulty }] as const
	)
];
