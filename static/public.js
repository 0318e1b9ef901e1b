/*
 * What script adds to the public pages, and they never need it: leaving fast by the keyboard,
 * the cover of a page left idle, reading aloud, recording a voice, a print button. Same origin, no
 * framework, plain ES2015.
 */
(function () {
	'use strict';

	var LEAVE = '/leave';
	var PRESSES = 3;
	var WITHIN_MS = 5000;
	var WARN_BEFORE_MS = 5 * 60 * 1000;
	var STAY_EVERY_MS = 4 * 60 * 1000;
	var TOUCHES = ['keydown', 'pointerdown', 'scroll'];

	var root = document.documentElement;
	var status = document.createElement('p');
	status.className = 'status';
	status.setAttribute('role', 'status');
	document.body.appendChild(status);

	/* What it may say stands on the page, in the page's language. */
	var WORDS = {};
	[].forEach.call(document.querySelectorAll('[data-say]'), function (text) {
		WORDS[text.getAttribute('data-say')] = text.textContent;
	});

	function say(words) {
		if (status.textContent !== words) status.textContent = words;
	}

	/* Blank at once, then go: no word and no title of this page outlives the press. */
	function leave() {
		root.hidden = true;
		document.title = '\u200b';
		try {
			hush();
			document.body.textContent = '';
			history.replaceState(null, '', '/');
		} finally {
			/* Even where the voice fails, or the browser allows no more changes of its history. */
			location.replace(LEAVE);
		}
	}

	document.addEventListener('click', function (event) {
		var link = event.target.closest && event.target.closest('a[href="' + LEAVE + '"]');
		if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		leave();
	});

	/* Shift three times. A capital is Shift with another key, and starts the count again. */
	var presses = [];
	var isAlone = false;

	function startAgain() {
		isAlone = false;
		if (presses.length === 0) return;
		presses = [];
		say('');
	}

	document.addEventListener('keydown', function (event) {
		if (event.key !== 'Shift') startAgain();
		else if (!event.repeat) isAlone = true;
	});
	document.addEventListener('mousedown', startAgain);
	document.addEventListener('keyup', function (event) {
		if (event.key !== 'Shift' || !isAlone) return;
		isAlone = false;
		var now = Date.now();
		presses = presses.filter(function (at) {
			return now - at < WITHIN_MS;
		});
		presses.push(now);
		if (presses.length >= PRESSES) {
			leave();
			return;
		}
		say(WORDS['shift' + (PRESSES - presses.length)]);
		setTimeout(function () {
			if (presses[presses.length - 1] === now) startAgain();
		}, WITHIN_MS);
	});

	/* A page kept for Back and Forward may show what the next person must not see. */
	window.addEventListener('pageshow', function (event) {
		if (!event.persisted) return;
		root.hidden = true;
		location.reload();
	});

	/* Pages behind the six words: hide them when nobody has touched them for a while. */
	function watch(page) {
		var idleMs = Number(page.getAttribute('data-idle-minutes')) * 60 * 1000;
		var touchedAt = Date.now();
		var askedAt = touchedAt;
		var timer = setInterval(look, 2000);
		var isWarned = false;

		function touch() {
			if (Date.now() - touchedAt >= idleMs) return look();
			touchedAt = Date.now();
			if (isWarned) say('');
			isWarned = false;
			if (touchedAt - askedAt < STAY_EVERY_MS) return;
			/* Somebody who writes for long is here: the server hears of it and keeps the door open. */
			askedAt = touchedAt;
			fetch(location.pathname, { method: 'HEAD', credentials: 'same-origin', cache: 'no-store' }).catch(
				function () {}
			);
		}

		function look() {
			var idle = Date.now() - touchedAt;
			if (idle >= idleMs) return cover();
			if (isWarned || idle < idleMs - WARN_BEFORE_MS) return;
			isWarned = true;
			say(hasFiles() ? WORDS.hideSoonFiles : WORDS.hideSoon);
		}

		/* A recording or a picture that was not sent cannot be kept: that is said before and after. */
		function hasFiles() {
			return [].some.call(page.querySelectorAll('main input[type=file]'), function (input) {
				return input.files.length > 0;
			});
		}

		/*
		 * What was typed and not sent: no longer on the page for whoever holds the phone now, and
		 * kept by the server for whoever types the words. It waits here while there is no signal.
		 */
		function typedHere() {
			/* The six words are kept nowhere. */
			if (location.pathname === '/my/words') return null;
			var typed = new URLSearchParams();
			var fields = 'textarea, input[type=text], input[type=tel], input[type=email]';
			[].forEach.call(page.querySelectorAll('main form'), function (form) {
				[].forEach.call(form.querySelectorAll(fields), function (field) {
					if (field.value.trim() !== '') typed.set(field.name, field.value);
				});
			});
			if (String(typed) === '') return null;
			typed.set('page', location.pathname.replace(/^\/(my\/)?/, ''));
			/* Somebody else may have typed their words in another window by now. */
			typed.set('whose', page.getAttribute('data-whose') || '');
			return typed;
		}

		function keep(typed) {
			fetch('/my/keep', {
				method: 'POST',
				body: typed,
				credentials: 'same-origin',
				keepalive: String(typed).length < 60000
			}).then(
				function (answer) {
					if (answer.status >= 500) setTimeout(keep, 10000, typed);
					else if (answer.ok) page.querySelector('#main p').textContent = WORDS.carryOnKept;
				},
				function () {
					setTimeout(keep, 10000, typed);
				}
			);
		}

		function cover() {
			var typed = typedHere();
			var lost = hasFiles() ? '<p></p>' : '';
			hush();
			clearInterval(timer);
			TOUCHES.forEach(function (name) {
				document.removeEventListener(name, touch, true);
			});
			document.removeEventListener('visibilitychange', look);
			say('');
			document.title = page.querySelector('.site').textContent;
			while (page.lastElementChild && !page.lastElementChild.classList.contains('head')) {
				page.removeChild(page.lastElementChild);
			}
			page.insertAdjacentHTML(
				'beforeend',
				'<main id="main" tabindex="-1"><div class="column flow section">' +
					'<h1></h1><p></p>' +
					lost +
					'<a class="button" href="/back"></a></div></main>'
			);
			page.querySelector('#main h1').textContent = WORDS.hidden;
			page.querySelector('#main p').textContent = WORDS.carryOn;
			if (lost) page.querySelector('#main p + p').textContent = WORDS.filesLost;
			page.querySelector('#main a').textContent = WORDS.typeWords;
			document.getElementById('main').focus();
			if (typed) keep(typed);
		}

		TOUCHES.forEach(function (name) {
			document.addEventListener(name, touch, true);
		});
		document.addEventListener('visibilitychange', look);
	}

	/*
	 * Reading aloud, by a voice that the device itself has in the page's language. One that is made
	 * elsewhere would be sent the words.
	 */
	var speech = window.speechSynthesis;
	var speaking = null;
	var BLOCKS = 'p, li, h1, h2, h3, dt, dd, label, legend, summary, button, a.button, blockquote';
	var UNREAD = '[data-listen], [hidden], svg, textarea, script, audio';

	function findVoice() {
		var language = root.lang.toLowerCase().split('-')[0];
		var own = speech.getVoices().filter(function (voice) {
			return voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language;
		});
		var british = own.filter(function (voice) {
			return /GB/i.test(voice.lang);
		});
		return british[0] || own[0];
	}

	function label(button, words) {
		button.querySelector('.u').textContent = words;
	}

	function hush() {
		[].forEach.call(document.querySelectorAll('[data-clip] audio'), function (sound) {
			sound.pause();
		});
		if (!speaking) return;
		var button = speaking;
		speaking = null;
		speech.cancel();
		label(button, button.getAttribute('data-words'));
	}

	/* Each block of words in its order, but what is folded or hidden. */
	function linesOf(part) {
		var walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
		var lines = [];
		var last = null;
		while (walker.nextNode()) {
			var holder = walker.currentNode.parentElement;
			var words = walker.currentNode.data.replace(/\s+/g, ' ');
			var folded = holder.closest('details:not([open])');
			if (words.trim() === '' || holder.closest(UNREAD)) continue;
			if (folded && !holder.closest('summary')) continue;
			var block = holder.closest(BLOCKS) || holder;
			if (block === last) lines[lines.length - 1] += words;
			else lines.push(words);
			last = block;
		}
		return lines;
	}

	function readAloud(button) {
		var isSame = speaking === button;
		hush();
		if (isSame) return;
		var message = button.closest('.message');
		var voice = findVoice();
		var lines = linesOf(message ? message.querySelector('.bubble') : document.getElementById('main'));
		speaking = button;
		button.setAttribute('data-words', button.textContent);
		label(button, button.getAttribute('data-stop'));
		lines.forEach(function (line, index) {
			var said = new SpeechSynthesisUtterance(line);
			said.voice = voice;
			said.lang = voice.lang;
			said.rate = 0.9;
			if (index === lines.length - 1) {
				said.onend = said.onerror = function () {
					if (speaking === button) hush();
				};
			}
			speech.speak(said);
		});
	}

	/* Voices may come late; until there is one no button promises it. */
	function offerVoice() {
		if (!findVoice()) return;
		[].forEach.call(document.querySelectorAll('[data-voice]'), function (choice) {
			choice.hidden = choice.getAttribute('data-voice') === 'without';
		});
		[].forEach.call(document.querySelectorAll('[data-listen]'), function (button) {
			if (!button.hidden) return;
			button.hidden = false;
			var row = button.closest('.tools');
			if (row) row.hidden = false;
			button.addEventListener('click', function () {
				readAloud(button);
			});
		});
	}

	/* A page that a person read: one press plays it, the next one stops it. */
	[].forEach.call(document.querySelectorAll('[data-clip]'), function (fold) {
		var press = fold.querySelector('summary');
		var sound = fold.querySelector('audio');
		var words = press.textContent;
		press.setAttribute('role', 'button');
		press.addEventListener('click', function (event) {
			if (fold.open) return;
			event.preventDefault();
			var wasPlaying = !sound.paused;
			hush();
			if (wasPlaying) return;
			sound.currentTime = 0;
			/* Where it cannot be played here, the browser's own player says why. */
			sound.play().catch(function () {
				fold.open = sound.error !== null;
			});
		});
		sound.addEventListener('play', function () {
			label(press, fold.getAttribute('data-stop'));
		});
		sound.addEventListener('pause', function () {
			label(press, words);
		});
	});
	window.addEventListener('pagehide', hush);

	if (speech && window.SpeechSynthesisUtterance) {
		offerVoice();
		if (speech.addEventListener) speech.addEventListener('voiceschanged', offerVoice);
	}

	var page = document.querySelector('[data-idle-minutes]');
	if (page) watch(page);

	/* Recording in the page: it goes along with the form, as a chosen file would. */
	var LONGEST_MS = 5 * 60 * 1000;
	var LARGEST_BYTES = 10 * 1024 * 1024;

	function clock(ms) {
		var seconds = Math.floor(ms / 1000);
		return Math.floor(seconds / 60) + ':' + ('0' + (seconds % 60)).slice(-2);
	}

	function record(row) {
		var voice = find('voice');
		var time = find('time');
		var listen = find('play').textContent;
		var sound = null;
		var recorder, pieces, startedAt, timer, said;

		function find(name) {
			return row.querySelector('[data-' + name + ']');
		}

		function show(names) {
			['start', 'stop', 'play', 'drop'].forEach(function (name) {
				find(name).hidden = names.indexOf(name) < 0;
			});
		}

		function silence() {
			if (sound) sound.pause();
			sound = null;
			find('play').textContent = listen;
		}

		function look() {
			var ms = Math.min(Date.now() - startedAt, LONGEST_MS);
			var whole = Math.floor(ms / 60000);
			time.textContent = clock(ms) + ' / ' + clock(LONGEST_MS);
			if (ms >= LONGEST_MS) {
				stop();
				say(WORDS.full);
			} else if (whole > said) {
				said = whole;
				say(WORDS['minute' + whole]);
			}
		}

		function stop() {
			clearInterval(timer);
			if (recorder && recorder.state !== 'inactive') recorder.stop();
		}

		function keep(stream) {
			stream.getTracks().forEach(function (track) {
				track.stop();
			});
			var type = recorder.mimeType.split(';')[0];
			var list = new DataTransfer();
			list.items.add(new File(pieces, 'voice', { type: type }));
			voice.files = list.files;
			time.textContent = clock(Date.now() - startedAt);
			show(['play', 'drop']);
			find('play').focus();
		}

		find('start').addEventListener('click', function () {
			navigator.mediaDevices.getUserMedia({ audio: true }).then(
				function (stream) {
					var webm = 'audio/webm;codecs=opus';
					pieces = [];
					recorder = new MediaRecorder(stream, {
						mimeType: MediaRecorder.isTypeSupported(webm) ? webm : 'audio/mp4',
						audioBitsPerSecond: 24000
					});
					recorder.ondataavailable = function (event) {
						pieces.push(event.data);
					};
					recorder.onstop = function () {
						keep(stream);
					};
					recorder.start(1000);
					startedAt = Date.now();
					said = 0;
					timer = setInterval(look, 250);
					show(['stop']);
					find('stop').focus();
					say(WORDS.recording);
				},
				function () {
					say(WORDS.noMicrophone);
				}
			);
		});

		find('stop').addEventListener('click', function () {
			stop();
			say(WORDS.stopped);
		});

		find('play').addEventListener('click', function () {
			if (sound) return silence();
			sound = new Audio(URL.createObjectURL(voice.files[0]));
			sound.onended = silence;
			find('play').textContent = WORDS.stopListening;
			sound.play();
		});

		find('drop').addEventListener('click', function () {
			silence();
			voice.value = '';
			time.textContent = '';
			show(['start']);
			find('start').focus();
			say(WORDS.deleted);
		});

		row.hidden = false;
	}

	var canRecord =
		window.MediaRecorder && window.DataTransfer && navigator.mediaDevices && window.File;
	[].forEach.call(document.querySelectorAll('[data-recorder]'), function (row) {
		if (canRecord) record(row);
		/* Room is kept for it until now. */
		else row.parentNode.removeChild(row);
	});

	/* A file that is too big is said at once, and not after it was sent. */
	document.addEventListener('change', function (event) {
		var input = event.target;
		if (input.type !== 'file') return;
		var isTooBig = [].some.call(input.files, function (file) {
			return file.size > LARGEST_BYTES;
		});
		if (!isTooBig) return;
		input.value = '';
		say(WORDS.tooBig);
	});

	[].forEach.call(document.querySelectorAll('[data-print]'), function (button) {
		button.hidden = false;
		button.addEventListener('click', function () {
			window.print();
		});
	});
})();
