/*
 * What script adds to the public pages, and they never need it: leaving fast by the keyboard,
 * the cover of a page left idle, a print button. Same origin, no framework, plain ES2015.
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

	function say(words) {
		if (status.textContent !== words) status.textContent = words;
	}

	/* Blank at once, then go: no word and no title of this page outlives the press. */
	function leave() {
		root.hidden = true;
		document.title = '\u200b';
		document.body.textContent = '';
		try {
			history.replaceState(null, '', '/');
		} finally {
			/* Even where the browser allows no more changes of its history. */
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
		say('Press Shift ' + (PRESSES - presses.length) + ' more');
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
			say('We will hide this page in 5 minutes, to keep it private. Touch it to keep it open.');
		}

		function cover() {
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
					'<h1>We hid this page to keep it private</h1>' +
					'<p>Type your words to carry on.</p>' +
					'<a class="button" href="/back">Type my words</a></div></main>'
			);
			document.getElementById('main').focus();
		}

		TOUCHES.forEach(function (name) {
			document.addEventListener(name, touch, true);
		});
		document.addEventListener('visibilitychange', look);
	}

	var page = document.querySelector('[data-idle-minutes]');
	if (page) watch(page);

	[].forEach.call(document.querySelectorAll('[data-print]'), function (button) {
		button.hidden = false;
		button.addEventListener('click', function () {
			window.print();
		});
	});
})();
