/** Twelve short answers. ICU messages, ids begin with `help.`. */
export const help = {
  'help.title': 'Help',
  'help.intro': '12 short answers. They work offline.',
  'help.1.ask': 'What is Mecum?',
  'help.1.answer': 'Mecum keeps your learning credentials on your own device. There is no account. Nothing is sent to us.',
  'help.2.ask': 'Is it an EU Digital Identity Wallet?',
  'help.2.answer':
    'No. Mecum is not an EU Digital Identity Wallet. It cannot take credentials that an issuer gives only to official wallets.',
  'help.3.ask': 'Where are my credentials?',
  'help.3.answer':
    'They are in this browser on this device. They are locked with your phone lock or your words. We have no key and cannot open them for you.',
  'help.4.ask': 'What if I lose this device?',
  'help.4.answer':
    'Open Mecum on a new device. Choose “I had this app before”. You need your backup file and your recovery sheet. Without both, nobody can bring your credentials back.',
  'help.5.ask': 'What does a check tell me?',
  'help.5.answer':
    'It asks four things. Is it unchanged? Who issued it? Is it still in force? Did the sender prove the key it names? It cannot tell you if the course was good or if the person fits the job.',
  'help.6.ask': 'Why can you not tell who signed it?',
  'help.6.answer':
    'The signature fits, so nobody has changed it. But the signer is on no list we know. Anyone can write a name into a credential. Ask the organisation through a contact you know. Then choose “I know this issuer”.',
  'help.7.ask': 'How do I share?',
  'help.7.answer':
    'Open a credential and choose Share. You see exactly what they will see. Then show a code, send a file or copy a link. They can keep a copy, and you cannot take it back.',
  'help.8.ask': 'What does “Prove it is me” do?',
  'help.8.answer':
    'Some credentials name a key. If this wallet holds that key, you can prove it when you share. “Send with my signature” shows only that it came from this wallet.',
  'help.9.ask': 'How does the other person check it?',
  'help.9.answer':
    'They open the check page at an address they chose themselves. They scan your code, or choose your file. They need no account, and nothing is stored.',
  'help.10.ask': 'Does it work without network?',
  'help.10.answer':
    'Yes, after the first visit. Adding, opening, sharing and checking work offline. We ask the network only when you tell us to.',
  'help.11.ask': 'What does Mecum not protect me from?',
  'help.11.answer':
    'It cannot stop harmful software on your device, or browser extensions that read pages. It cannot stop someone who holds your unlocked phone, or a photo of your screen. The website that serves this app could send you a harmful copy. A receiver can pass on what you share.',
  'help.12.ask': 'What are ECTS credits and levels?',
  'help.12.answer':
    'ECTS credits say how much work a course takes. One credit is usually 25 to 30 hours. The provider decides. A level says how demanding it is, from 1 to 8. It is not a grade.',
} as const;
