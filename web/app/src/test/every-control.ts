/** A form with every kind of question, in three languages; invented. */
const TEXTS: Record<string, [string, string, string]> = {
  about: ['Tell us how things are.', 'بتائیں کہ حالات کیسے ہیں۔', 'ووایئ چې حالات څنګه دي.'],
  day: ['Date', 'تاریخ', 'نېټه'],
  one: ['How was the week?', 'ہفتہ کیسا رہا؟', 'اونۍ څنګه وه؟'],
  good: ['Good', 'اچھا', 'ښه'],
  bad: ['Bad', 'برا', 'بده'],
  some: ['Who is with you?', 'آپ کے ساتھ کون ہے؟', 'له تاسو سره څوک دي؟'],
  mother: ['Mother', 'ماں', 'مور'],
  brother: ['Brother', 'بھائی', 'ورور'],
  years: ['How old are you?', 'آپ کی عمر کتنی ہے؟', 'عمر مو څو کاله دی؟'],
  'years-hint': ['In whole years', 'پورے سالوں میں', 'په بشپړو کلونو'],
  'years-rule': ['From 0 to 17', '0 سے 17 تک', 'له 0 تر 17'],
  weight: ['Weight', 'وزن', 'وزن'],
  words: ['In your own words', 'اپنے لفظوں میں', 'په خپلو ټکو'],
  scale: ['How safe do you feel?', 'آپ خود کو کتنا محفوظ سمجھتے ہیں؟', 'ځان څومره خوندي ګڼئ؟'],
  home: ['Home', 'گھر', 'کور'],
  school: ['Do you go to school?', 'کیا آپ سکول جاتے ہیں؟', 'ښوونځي ته ځئ؟'],
  why: ['Why not?', 'کیوں نہیں؟', 'ولې نه؟'],
  yes: ['Yes', 'ہاں', 'هو'],
  no: ['No', 'نہیں', 'نه'],
  person: ['Person in the house', 'گھر کا فرد', 'د کور کس'],
  name: ['Name', 'نام', 'نوم'],
  read: ['I have read this aloud', 'میں نے یہ پڑھ کر سنایا', 'دا مې په لوړ غږ ولوست'],
  sum: ['Sum', 'جمع', 'ټول'],
};

const LANGUAGES = ['en', 'ur', 'ps'];
const label = (id: string) => `<label ref="jr:itext('${id}')"/>`;
const item = (value: string) => `<item>${label(value)}<value>${value}</value></item>`;

export const EVERY_CONTROL = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Every control</h:title><model><itext>${LANGUAGES.map(
  (language, at) =>
    `<translation lang="${language}"${at === 0 ? ' default="true()"' : ''}>${Object.entries(TEXTS)
      .map(([id, texts]) => `<text id="${id}"><value>${texts[at]}</value></text>`)
      .join('')}</translation>`,
).join('')}</itext>
<instance><data id="every-control" version="1"><about/><conducted_on/><one/><some/><years/><weight/><words/><scale/>
<home><school/><why/></home><person jr:template=""><name/></person><read/><result><score/><band/></result></data></instance>
<bind nodeset="/data/about" readonly="true()"/>
<bind nodeset="/data/conducted_on" type="date"/>
<bind nodeset="/data/one" type="string" required="true()"/>
<bind nodeset="/data/some" type="string"/>
<bind nodeset="/data/years" type="int" constraint=". &gt;= 0 and . &lt;= 17" jr:constraintMsg="jr:itext('years-rule')"/>
<bind nodeset="/data/weight" type="decimal"/>
<bind nodeset="/data/words" type="string"/>
<bind nodeset="/data/scale" type="int"/>
<bind nodeset="/data/home/school" type="string"/>
<bind nodeset="/data/home/why" type="string" relevant="/data/home/school = 'no'" required="true()"/>
<bind nodeset="/data/person/name" type="string"/>
<bind nodeset="/data/read" type="string"/>
<bind nodeset="/data/result/score" type="int" readonly="true()" calculate="if(/data/one = 'bad', 2, 0) + coalesce(/data/scale, 0)"/>
<bind nodeset="/data/result/band" type="string" calculate="if(/data/result/score &gt; 5, 'high', 'low')"/>
</model></h:head><h:body>
<input ref="/data/about">${label('about')}</input>
<input ref="/data/conducted_on">${label('day')}</input>
<select1 ref="/data/one">${label('one')}${item('good')}${item('bad')}</select1>
<select ref="/data/some">${label('some')}${item('mother')}${item('brother')}</select>
<input ref="/data/years">${label('years')}<hint ref="jr:itext('years-hint')"/></input>
<input ref="/data/weight">${label('weight')}</input>
<input ref="/data/words" appearance="multiline">${label('words')}</input>
<range ref="/data/scale" start="0" end="10" step="1">${label('scale')}</range>
<group ref="/data/home">${label('home')}
<select1 ref="/data/home/school" appearance="minimal">${label('school')}${item('yes')}${item('no')}</select1>
<input ref="/data/home/why">${label('why')}</input></group>
<group>${label('person')}<repeat nodeset="/data/person"><input ref="/data/person/name">${label('name')}</input></repeat></group>
<trigger ref="/data/read">${label('read')}</trigger>
<group ref="/data/result"><input ref="/data/result/score">${label('sum')}</input></group>
</h:body></h:html>`;
