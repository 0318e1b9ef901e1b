import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import type { TheirDevice } from '#lib/components/staff/people/TheirDevices.svelte';
import { readStaffSession } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import { listDevices, removeDevice } from '#lib/server/sync/devices.ts';
import { inTransaction } from '#lib/server/work.ts';
import { id } from '#lib/wire/partSchemas.ts';
import { reachedWords } from '#lib/words/device.ts';
import type { RequestEvent } from './$types';

/** The devices of that person, for an administrator to read. */
export async function devicesOf(staffId: string): Promise<TheirDevice[]> {
	const devices = await inTransaction(getService(), { kind: 'system' }, (work) =>
		listDevices(work, staffId)
	);
	return devices.map((device) => ({
		deviceId: device.deviceId,
		name: device.name,
		about: reachedWords(device),
		isRemoved: device.removedAt !== null
	}));
}

/** Takes one from that person, and shows their page again. */
export async function takeDevice({ request, params, locals, cookies }: RequestEvent) {
	const asked = z
		.object({ person: id, device: id })
		.safeParse({ person: params.id, device: (await request.formData()).get('device') });
	const byStaffId = locals.staff?.staffId;
	if (!byStaffId || !asked.success) error(404, 'There is no such device');
	const { person, device } = asked.data;
	if (!(await devicesOf(person)).some(({ deviceId }) => deviceId === device)) {
		error(404, 'There is no such device');
	}
	await inTransaction(getService(), { kind: 'staff', staffId: byStaffId }, (work) =>
		removeDevice(work, device, readStaffSession(cookies))
	);
	redirect(303, `/staff/people/${person}`);
}
