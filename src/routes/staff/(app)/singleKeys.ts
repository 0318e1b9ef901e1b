const NAME = 'single-keys';

/** Whether single letters work on this device. On, unless switched off here. */
export function singleKeysAreOn(): boolean {
	return localStorage.getItem(NAME) !== 'off';
}

/** Switches single letters on or off on this device. */
export function switchSingleKeys(isOn: boolean): void {
	localStorage.setItem(NAME, isOn ? 'on' : 'off');
}
