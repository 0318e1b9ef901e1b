/** The pages that ask an adult with a complaint of their own, or who helps a child. */
export const ADULTS = {
	's/31': [
		'What is your link to the child?',
		'I am the parent <0>You can complain about what we do for the child. You do not need the child to agree.</0>',
		'I have parental responsibility <0>Such as by a court order. You can complain about what we do for the child.</0>',
		'I am a special guardian <0>You can complain about the child’s care, and about help for your family.</0>',
		'I am a foster carer <0>You can complain about what we do for the child who lives with you.</0>',
		'I have adopted, or hope to adopt <0>You can complain about matching, placing a child with you, and help after that.</0>',
		'I am a grandparent or other relative <0>We will decide quickly if we can look at it this way, and write to you.</0>',
		'Something else <0>We will decide quickly if we can look at it this way, and write to you.</0>',
		'Choose your link to the child'
	],
	's/32': [
		'How are things right now?',
		'Do you feel safe?',
		'We ask everyone. You can carry on whatever you answer. If you say no, we tell our team now.',
		'If someone you live with, or used to live with, frightens you',
		'They are free and do not work for us. If you are in danger right now, call 999.'
	],
	's/33': [
		'What is this about?',
		'Is this about the child’s care, or how you were treated?',
		'You do not need to know which rules apply. We work that out.',
		'Both',
		'Choose what it is about. You can pick ‘I am not sure’'
	],
	's/34': [
		'Is anything else going on?',
		'Is a court looking at this now?',
		'Choose an answer. You can pick ‘I am not sure’'
	],
	's/35': [
		'Which things is it about?',
		'Where the child lives',
		'A social worker or another worker',
		'Money and support',
		'A move, or leaving care',
		'The child’s feelings or health',
		'What was written down'
	],
	's/36': [
		'Say what happened and when, as far as you know.',
		'A judge may be deciding some of this. We are not allowed to change what a judge decides.',
		'Tell us the parts the court is not looking at, such as how people have treated you.',
		'If you are not sure, tell us all of it. We will say which parts we can look at, and why.',
		'Tell us what happened, or call us to say it',
		'Up to 3 files, 10MB each. We take out where and when a photo or recording was made. A PDF stays as it is. Press “Add it now” to keep it.'
	],
	's/37': ['What would put it right?'],
	's/37b': ['What is about to change?', 'What is about to change for the child?'],
	's/38': [
		'Who is the child?',
		'Their name. If there is more than one child, give each name. You can leave this blank.'
	],
	's/39': [
		'Does anyone you live with, or used to live with, check your phone, post or email?',
		'We ask so that nothing we send can put you or a child at risk.',
		'Choose an answer. You can pick ‘I am not sure’',
		'Your messages'
	],
	's/21': [
		'Who are you?',
		'I am their advocate',
		'I am a foster carer, or work where they live',
		'I am a teacher, or another worker',
		'I am a friend',
		'Choose who you are'
	],
	's/22': [
		'Does the child know?',
		'Does the child know you are telling us?',
		'Yes, they asked me to',
		'Yes, they know',
		'They are too young, or cannot say',
		'Choose if the child knows'
	],
	's/23': [
		'How is the child right now?',
		'Is the child safe right now?',
		'We ask everyone. You can carry on whatever you answer. If you say no, we tell our team now.',
		'You can still tell us. We will talk to them before we do anything, unless it is not safe to.'
	],
	's/24': [
		'How is everyone else?',
		'Is anyone else not safe right now?',
		'Someone else is not safe'
	],
	's/25': [
		'What does the child want?',
		'What does the child want, in their own words?',
		'Use their words, even if they are not tidy. We keep them apart from yours.',
		'Or add what the child recorded or drew'
	],
	's/26': [
		'How do we hear from the child?',
		'They will use their own code <0>You get a second code at the end. It is for the child, not for you.</0>',
		'Through me <0>We may still ask to see the child, to be sure we have it right.</0>',
		'They will tell us on the phone <0>We ask below how to reach them.</0>',
		'They cannot <0>We will think about how to find out what they want.</0>',
		'Choose how we hear from the child'
	],
	's/27': [
		'Say what you saw or heard, and when.',
		'Tell us what happened, or call us to say it',
		'Up to 3 files, 10MB each. We take out where and when a photo or recording was made. A PDF stays as it is. Press “Add it now” to keep it.'
	],
	's/28': [
		'What would make it better for them?',
		'Sort it out quickly, with them',
		'Just listen to them'
	],
	's/28b': ['What is about to change?', 'What is about to change for the child?'],
	's/29': ['What is the child called?', 'Any name they go by. You can leave this blank.'],
	's/30': ['How can we reach the child?', 'How can we reach the child safely?'],
	's/30a': ['Where can we text them?', 'Their phone number'],
	's/30b': ['Where can we call them?', 'Their phone number', 'Can we leave a voicemail?'],
	's/30c': [
		'Where can we email them?',
		'Their email address',
		'Who else can see their email?',
		'Type an email address, like name@example.com',
		'Choose who else can see their email'
	],
	's/30d': [
		'Where can we write to them?',
		'Their address',
		'Who else can see their post?',
		'Type the address where a letter can find you',
		'Choose who else can see their post'
	],
	's/30e': [
		'Who is the person they trust?',
		'That person’s phone number or email address',
		'Type how we can reach them, such as a phone number'
	]
} as const;
