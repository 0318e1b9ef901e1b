const BEGINNINGS = [
	...['Brovan', 'Quorim', 'Zephul', 'Vyxart', 'Krimol'],
	...['Jolban', 'Wempor', 'Druxil', 'Fyngar', 'Haxoth']
];
const ENDS = [
	...['abble', 'ettik', 'immer', 'ozzel', 'unday', 'aftor', 'ekkal', 'izzop', 'ofler', 'uvvik'],
	...['askem', 'elwip', 'inkor', 'odrab', 'upsil', 'awnok', 'eggur', 'ixtel', 'oblyn', 'urmaz']
];

/** 200 words that stand in no other text: what is found of them was ours. */
export const UNUSUAL_WORDS: readonly string[] = BEGINNINGS.flatMap((beginning) =>
	ENDS.map((end) => `${beginning}${end}`)
);
