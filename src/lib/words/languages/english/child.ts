/** The pages that ask a child, and those that say how to reach somebody. */
export const CHILD = {
	's/6': [
		'Write as much or as little as you like. Spelling does not matter.',
		'Want someone on your side while you do this? <0>Ask for an advocate</0>',
		'Tell us what happened, or choose another way to tell us'
	],
	's/1': [
		'Three things to know first',
		'A small team reads it',
		'It is called the complaints team. The person you tell us about will not be in charge of it.',
		'If someone may get hurt, we have to tell',
		'We tell a person who can help. We will try to tell you first.',
		'See some examples',
		'We keep this private',
		'You are cross with your worker.',
		'You do not like your room or your food.',
		'You want to see your family more.',
		'We must pass this on',
		'An adult hits you or hurts you.',
		'Someone touches you and you do not want it.',
		'You or someone else may get badly hurt.',
		'Leave fast hides this page',
		'Your phone may still remember you came here.',
		'More about staying private',
		'If you leave before you have your secret code, we delete what you wrote.',
		'With the code we keep it for 14 days.',
		'I have read this',
		'I want to talk to an advocate first',
		'Things to know first',
		'A small team reads it. It is called the complaints team.',
		'The person you tell us about will not be in charge of it.',
		'If someone may get hurt, we have to tell a person who can help.',
		'We will try to tell you first.',
		'Press “Leave fast” to hide this page.',
		'Tell me more'
	],
	's/2': ['Who is telling us?', 'Pick the one that fits best.', 'Choose who is telling us'],
	's/3': ['Are you safe right now?', 'How are things right now?'],
	's/4': ['I want someone on my side to help me'],
	's/5': [
		'What is it about?',
		'My social worker or another worker',
		'Seeing my family or friends',
		'Money and things I need',
		'Moving, or leaving care',
		'My feelings or my health',
		'What people wrote about me'
	],
	's/7': ['What would make it better?'],
	's/7b': ['Is something about to change?', 'My school', 'Seeing my family', 'No, nothing'],
	's/8': [
		'Do you want someone on your side?',
		'{provider}: {telephone}. {hours}',
		'I already have one',
		'Choose one. You can pick ‘Not now’'
	],
	's/8b': ['What can we tell them?'],
	's/9': ['What should we call you?', 'You can make up a name. You can leave this blank.'],
	's/10': [
		'If we do not know who you are, we cannot always fix everything. You can tell us later with your code.',
		'Pick only ways that they cannot see. Your code always works and leaves no message.'
	],
	's/10a': [
		'Where can we text you?',
		'This is what the text will say: ‘You have a new message.’ It will not say who it is from or what it is about.'
	],
	's/10b': [
		'Where can we call you?',
		'If you do not pick up, we will not say what it is about.',
		'Can we leave a voicemail?'
	],
	's/10c': [
		'Where can we email you?',
		'This is what the email will say: ‘You have a new message.’ It will not say who it is from or what it is about.',
		'Your email address',
		'Who else can see your email?',
		'Type an email address, like name@example.com',
		'Choose who else can see your email'
	],
	's/10d': [
		'Where can we write to you?',
		'The envelope will be plain. It will not say who it is from.',
		'Your address',
		'Who else can see your post?',
		'Type the address where a letter can find you',
		'Choose who else can see your post'
	],
	's/10e': [
		'Who is the person you trust?',
		'We will only ask them to tell you there is a message.',
		'Their phone number or email address',
		'Type how we can reach them, such as a phone number'
	],
	's/3h': [
		'Let us get you help now',
		'If you are in danger',
		'Call <0>999</0>',
		'Cannot talk? Call 999 on a mobile, then press 55 when asked.',
		'No one is reading this page now.',
		'Call 999 or Childline.',
		'Free, any time. Does not show on the bill.',
		'Text Shout',
		'Crisis text, not your advocate.',
		'Shall we call you when we are back?',
		'Is it OK to leave a message?',
		'We have your number. Our team will see it when they are back.',
		'Free. They do not work for us.',
		'We have told the duty team at {time}.',
		'Someone will try to call you by {time}.',
		'Give us a number and someone will try to call you.',
		'Call the night and day team on {telephone}.',
		'Nothing has been sent yet.',
		'We have told the duty team you may not be safe. The rest has not been sent yet.',
		'The duty team will see that you may not be safe when they are back. The rest has not been sent yet.',
		'We have told the duty team you may not be safe. That is not deleted. They will still try to help.',
		'We said someone would call by {time}.',
		'If no one has called, that is our fault. Please call one of these numbers.',
		'Type a phone number, like {telephone}, or leave it blank and carry on',
		'Get help',
		'Let us get the child help now',
		'If the child is in danger',
		'For the child. Free, any time.',
		'Can we call you about this?',
		'Can we call you about this when we are back?'
	]
} as const;
