-- Public institutions of Khyber Pakhtunkhwa as public sources name them. Nobody has verified them since: no assured date, so each is warned
-- about until somebody has. Names in Urdu and Pashto are working ones. Addresses of shelters are not public and not here.
create temporary table place (code text primary key, en text, ur text, ps text);
insert into place values
  ('peshawar', 'Peshawar', 'پشاور', 'پېښور'), ('mardan', 'Mardan', 'مردان', 'مردان'), ('abbottabad', 'Abbottabad', 'ایبٹ آباد', 'ایبټ آباد'),
  ('mohmand', 'Mohmand', 'مہمند', 'مومند'), ('kohat', 'Kohat', 'کوہاٹ', 'کوهاټ'), ('dera-ismail-khan', 'Dera Ismail Khan', 'ڈیرہ اسماعیل خان', 'ډېره اسماعیل خان'),
  ('swat', 'Swat', 'سوات', 'سوات'), ('bannu', 'Bannu', 'بنوں', 'بنو'), ('mansehra', 'Mansehra', 'مانسہرہ', 'مانسهره'), ('haripur', 'Haripur', 'ہری پور', 'هري پور'),
  ('charsadda', 'Charsadda', 'چارسدہ', 'چارسده'), ('swabi', 'Swabi', 'صوابی', 'صوابۍ'), ('buner', 'Buner', 'بونیر', 'بونېر'), ('lower-dir', 'Lower Dir', 'لوئر دیر', 'کوز دیر'),
  ('lower-chitral', 'Lower Chitral', 'لوئر چترال', 'کوز چترال'), ('battagram', 'Battagram', 'بٹگرام', 'بټګرام'), ('shangla', 'Shangla', 'شانگلہ', 'شانګله'),
  ('malakand', 'Malakand', 'مالاکنڈ', 'ملاکنډ'), ('nowshera', 'Nowshera', 'نوشہرہ', 'نوښار'), ('khyber', 'Khyber', 'خیبر', 'خیبر'), ('bajaur', 'Bajaur', 'باجوڑ', 'باجوړ'),
  ('kurram', 'Kurram', 'کرم', 'کرم'), ('orakzai', 'Orakzai', 'اورکزئی', 'اورکزی'), ('north-waziristan', 'North Waziristan', 'شمالی وزیرستان', 'شمالي وزیرستان'),
  ('lower-south-waziristan', 'Lower South Waziristan', 'لوئر جنوبی وزیرستان', 'کوز جنوبي وزیرستان'), ('hangu', 'Hangu', 'ہنگو', 'هنګو'), ('karak', 'Karak', 'کرک', 'کرک'),
  ('tank', 'Tank', 'ٹانک', 'ټانک'), ('lakki-marwat', 'Lakki Marwat', 'لکی مروت', 'لکي مروت'), ('upper-dir', 'Upper Dir', 'اپر دیر', 'بر دیر');

create temporary table kind (kind text primary key, category text, en text, ur text, ps text, description text, sex text, minimum_age int, maximum_age int, cost text);
insert into kind values
  ('court', 'court', 'Child Protection Court', 'عدالت برائے تحفظ اطفال', 'د ماشومانو د ساتنې محکمه', 'Orders on the care of a child and entrustment under the KP Child Protection and Welfare Act 2010; trials under the Juvenile Justice System Act 2018', 'any', 0, 17, 'free'),
  ('zamung-kor', 'shelter', 'Zamung Kor', 'زمونگ کور', 'زموږ کور', 'Model institute for children who live in the street: home, psychologist, school. Entry by an admission committee, the court or the Commission', 'male', null, 17, 'free'),
  ('welfare-home', 'shelter', 'Welfare Home for Destitute Children', 'بے سہارا بچوں کا فلاحی گھر', 'د بې‌وزله ماشومانو هوساینې کور', 'Residential care of the Social Welfare Department', 'any', null, 17, 'free'),
  ('darul-aman', 'shelter', 'Darul Aman', 'دارالامان', 'دارالامان', 'Shelter for women, and women with their children', 'female', null, null, 'free'),
  ('dhq', 'health', 'District Headquarters Hospital', 'ڈسٹرکٹ ہیڈکوارٹر ہسپتال', 'د ولسوالۍ مرکزي روغتون', 'Injury and medico-legal examination; anti-rape crisis cell where one is set up', 'any', null, null, 'unknown'),
  ('dlec', 'legal-aid', 'District Legal Empowerment Committee', 'ضلعی کمیٹی برائے قانونی بااختیاری', 'د ولسوالۍ د حقوقي ځواکمنۍ کمېټه', 'Legal aid; chaired by the District and Sessions Judge', 'any', null, null, 'free');

create temporary table institution (kind text, district text, source text);
insert into institution
select 'court', d, s from (values
  ('peshawar', 'thenews.com.pk/print/524138'), ('mardan', 'samaa.tv/news/2019/10/kps-first-child-protection-court-opens-in-mardan'), ('abbottabad', 'thenews.com.pk/print/524138'),
  ('mohmand', 'nation.com.pk/09-Aug-2020/phc-cj-opens-first-child-court-in-mohmand'),
  ('kohat', 'dailytimes.com.pk/743751'), ('dera-ismail-khan', 'dailytimes.com.pk/743751'), ('swat', 'dailytimes.com.pk/743751'), ('bannu', 'dailytimes.com.pk/743751')) as c (d, s)
union all
select 'zamung-kor', d, s from (values
  ('peshawar', 'urdupoint.com/en/pakistan/zamong-kor-looks-after-370-children-integrat-1149937.html'), ('swat', 'urdupoint.com/en/pakistan/zamong-kor-looks-after-370-children-integrat-1149937.html'),
  ('abbottabad', 'urdupoint.com/en/pakistan/zamong-kor-looks-after-370-children-integrat-1149937.html'),
  ('dera-ismail-khan', 'tnnenglish.com/budget-constraints-challenge-zamong-kor-di-khan-in-its-mission-to-support-street-children')) as z (d, s)
union all
select 'welfare-home', d, 'khyberpakhtunkhwa.gov.pk/Departments/SocialWelfare/Welfare-Homes-for-Destitute-Children.php'
  from unnest(array['peshawar', 'kohat', 'abbottabad', 'bannu', 'dera-ismail-khan']) as d
union all
select 'darul-aman', d, 'thenews.com.pk/print/243707' from unnest(array['peshawar', 'abbottabad', 'swat', 'mardan', 'mansehra', 'haripur']) as d
union all
select 'dhq', d, 'devdiscourse.com/article/law-order/1513309-pak-govt-to-set-up-anti-rape-crisis-cells-in-every-district'
  from unnest(array['charsadda', 'nowshera', 'swabi', 'mardan', 'abbottabad', 'mansehra', 'haripur', 'battagram', 'kohat', 'hangu', 'karak', 'bannu', 'lakki-marwat',
    'dera-ismail-khan', 'tank', 'swat', 'buner', 'shangla', 'malakand', 'lower-dir', 'upper-dir', 'lower-chitral', 'bajaur', 'mohmand', 'khyber', 'kurram', 'orakzai',
    'north-waziristan', 'lower-south-waziristan']) as d
union all
select 'dlec', code, 'pakobserver.net/law-commission-constitutes-dlecs-in-all-districts-minister' from place;

insert into organization (id, name_en, name_ur, name_ps, description, source)
select cast(md5('organization:' || i.kind || ':' || p.code) as uuid), k.en || ', ' || p.en, k.ur || '، ' || p.ur, k.ps || '، ' || p.ps, k.kind, i.source
  from institution i join kind k using (kind) join place p on p.code = i.district;
insert into service (id, organization_id, name_en, name_ur, name_ps, category, status, description, minimum_age, maximum_age, sex, cost, source)
select cast(md5('service:' || i.kind || ':' || p.code) as uuid), cast(md5('organization:' || i.kind || ':' || p.code) as uuid), k.en || ', ' || p.en, k.ur || '، ' || p.ur, k.ps || '، ' || p.ps,
       k.category, 'active', k.description, k.minimum_age, k.maximum_age, k.sex, k.cost, i.source
  from institution i join kind k using (kind) join place p on p.code = i.district;
insert into service_area select cast(md5('service:' || kind || ':' || district) as uuid), district from institution;
insert into location (id, name_en, name_ur, name_ps, district_code)
select cast(md5('location:' || i.kind || ':' || p.code) as uuid), k.en || ', ' || p.en, k.ur || '، ' || p.ur, k.ps || '، ' || p.ps, p.code
  from institution i join kind k using (kind) join place p on p.code = i.district;
insert into service_at_location
select cast(md5('service-at-location:' || kind || ':' || district) as uuid), cast(md5('service:' || kind || ':' || district) as uuid), cast(md5('location:' || kind || ':' || district) as uuid)
  from institution;

-- Reported for the campus in Dera Ismail Khan: capacity of about 100; how many are free nobody has told.
update service set eligibility_description = 'Reported capacity about 100 children', alert = 'Reported to lack funds: ask before sending a child'
 where id = cast(md5('service:zamung-kor:dera-ismail-khan') as uuid);

create temporary table line (code text, en text, ur text, ps text, operator text, phone text, category text, description text, source text);
insert into line values
  ('1121', 'Child protection helpline 1121', 'ہیلپ لائن تحفظ اطفال ۱۱۲۱', 'د ماشومانو د ساتنې کرښه ۱۱۲۱', 'KP Child Protection and Welfare Commission', '1121', 'helpline', 'Reports about children at risk. Punjab uses the same number: ask from where the call came', 'stateofchildren.com/kp-launches-dedicated-child-protection-helpline'),
  ('15', 'Police helpline 15', 'پولیس ہیلپ لائن ۱۵', 'د پولیسو کرښه ۱۵', 'Khyber Pakhtunkhwa Police', '15', 'police', 'Rescue, crime and missing children', 'thenews.com.pk/print/1133828-bolo-and-police-helplines-launched'),
  ('bolo', 'Bolo helpline', 'بولو ہیلپ لائن', 'بولو د مرستې کرښه', 'Bolo, Social Welfare Department', '0800-22227', 'helpline', 'Violence against women and girls; also 1097; joined with police 15', 'thenews.com.pk/print/1133828-bolo-and-police-helplines-launched'),
  ('1099', 'Human rights helpline 1099', 'ہیلپ لائن انسانی حقوق ۱۰۹۹', 'د بشري حقونو کرښه ۱۰۹۹', 'Ministry of Human Rights, ZARRA', '1099', 'tracing', 'Missing and abducted children under the Zainab Alert, Response and Recovery Act 2020', 'legislation.pk/browse-legislation/federation-of-pakistan/17-the-zainab-alert-response-and-recovery-act-2020'),
  ('marasata', 'Marasata helpline', 'مرستہ ہیلپ لائن', 'مرسته کرښه', 'Marasata', '0800-02828', 'helpline', 'Gender-based violence, for displaced Afghans', 'tnnenglish.com/marsata-toll-free-helpline-launched-for-displaced-afghans-in-khyber-pakhtunkhwa'),
  ('pehel-911', 'PEHEL-911 helpline', 'پہل ۹۱۱ ہیلپ لائن', 'پهل ۹۱۱ کرښه', 'PEHEL', '911', 'helpline', 'Domestic violence', 'urdupoint.com/en/pakistan/government-activating-helpline-to-prevent-dom-1825636.html'),
  ('1122', 'Rescue 1122', 'ریسکیو ۱۱۲۲', 'ریسکیو ۱۱۲۲', 'Emergency Rescue Service', '1122', 'health', 'Ambulance and rescue', 'nation.com.pk/28-Oct-2024/training-for-social-service-workforce-ends-in-merged-areas'),
  ('laja', 'Legal Aid and Justice Authority', 'لیگل ایڈ اینڈ جسٹس اتھارٹی', 'د حقوقي مرستې او عدالت اداره', 'Legal Aid and Justice Authority', null, 'legal-aid', 'Federal body: pays for counsel of those who cannot', 'urdupoint.com/en/pakistan/legal-and-justice-authority-to-provide-financ-1299969.html');
insert into organization (id, name_en, name_ur, name_ps, description, source)
select cast(md5('organization:line:' || code) as uuid), operator, ur, ps, case category when 'legal-aid' then 'legal-aid' else 'helpline' end, source from line;
insert into service (id, organization_id, name_en, name_ur, name_ps, category, status, phone, description, cost, province_wide, source)
select cast(md5('service:line:' || code) as uuid), cast(md5('organization:line:' || code) as uuid), en, ur, ps, category, 'active', phone, description,
       case when phone is null then 'free' else 'unknown' end, true, source from line;
drop table line, institution, kind, place;
