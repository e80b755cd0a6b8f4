package org.hifazat.cases.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the province, spelled as people spell them. Common names only; nobody in particular. */
class NameKeyTest {
  /** One person's name per line: Latin spellings, Urdu, Pashto. */
  private static final List<String> NAMES =
      """
      Zarak, Zarrak, زرک, زړک
      Gulalai, Gulalay, Gul Alai, گلالئی, ګلالۍ
      Palwasha, Palwesha, پلوشہ, پلوشه
      Shahzeb, Shahzaib, Shah Zeb, شاہزیب, شاه زېب
      Yusuf, Yousaf, Yousuf, Yosuf, یوسف
      Bakht Zada, Bakhtzada, بخت زادہ, بخت زاده
      Khadija, Khadeeja, خدیجہ, خديجه
      Khushal, Khoshal, خوشحال
      Zarghuna, Zarghoona, زرغونہ, زرغونه
      Spogmai, Spogmay, سپوگمئی, سپوږمۍ
      Tariq, Tarik, Tareq, طارق
      Qasim, Kasim, Qaseem, قاسم
      Rahim, Raheem, رحیم
      Rahman, Rehman, Rahmaan, رحمان, رحمن
      Hussain, Hussein, Husain, حسین
      Hassan, Hasan, حسن
      Ahmad, Ahmed, احمد
      Mahmood, Mehmood, Mahmud, محمود
      Ayesha, Aisha, Aysha, عائشہ, عایشه
      Fatima, Fatma, Faatima, فاطمہ, فاطمه
      Zainab, Zaynab, Zeenab, زینب
      Maryam, Mariam, مریم
      Abdullah, Abdulla, عبداللہ, عبدالله
      Ibrahim, Ebrahim, Ibraheem, ابراہیم, ابراهيم
      Ismail, Ismael, Esmail, اسماعیل
      Ishaq, Ishak, Eshaq, اسحاق
      Yaqub, Yaqoob, Yaqoub, یعقوب
      Sulaiman, Suleman, Sulayman, سلیمان
      Dawood, Daud, Dawud, داؤد, داود
      Umar, Omar, Umer, عمر
      Usman, Osman, Usmaan, عثمان
      Ali, Aly, علی, علي
      Bilal, Belal, بلال
      Hamza, Hamzah, حمزہ, حمزه
      Saad, Sad, سعد
      Imran, Emran, عمران
      Kamran, Kaamran, کامران
      Adnan, عدنان
      Farhan, Farhaan, فرحان
      Nadia, Nadiya, نادیہ, ناديه
      Saima, Sayma, صائمہ
      Rukhsana, Rokhsana, رخسانہ, رخسانه
      Nasreen, Nasrin, نسرین
      Shaheen, Shahin, شاہین, شاهين
      Gul Khan, Gulkhan, گل خان, ګل خان
      Jan Alam, Janalam, جان عالم
      Afridi, Afreedi, آفریدی, اپریدی
      Wazir, Vazir, Wazeer, وزیر
      Mohsin, Mohsen, Muhsin, محسن
      Mustafa, Mostafa, مصطفی, مصطفیٰ
      Murtaza, Murtaza, مرتضی
      Sajid, Sajed, ساجد
      Majid, Majeed, ماجد
      Khalid, Khaled, خالد
      Waheed, Wahid, وحید
      Naveed, Navid, Naweed, نوید
      Parveen, Parvin, Perveen, پروین
      Gulshan, Gulshen, گلشن
      Shabnam, Shabnum, شبنم
      Samina, Sameena, Thamina, ثمینہ, ثمينه
      Jamila, Jameela, جمیلہ, جميله
      Sherin, Shireen, Shirin, شیریں, شيرين
      Chaman, Chamman, چمن
      Zhwand, Zwand, ژوند
      Ghani, Ghanee, غنی
      Ghazala, Ghazalah, غزالہ, غزاله
      Toryalai, Toryalay, توریالئی, توریالی
      Torpekai, Tor Pekai, تورپیکئی, تورپېکۍ
      Malala, Malalah, ملالہ, ملاله
      Khyber, Khaibar, Khaiber, خیبر
      Azra, Uzra, عذرا
      Iqbal, Eqbal, Ikbal, اقبال
      Phool, Fool, پھول
      Thana Gul, Tana Gul, تھانہ گل
      """
          .lines()
          .toList();

  @Test
  void atLeastNinetyFiveOfAHundredSpellingsMeet() {
    List<String> missed = new ArrayList<>();
    int pairs = 0;
    for (String line : NAMES) {
      List<String> spellings = List.of(line.split(",\\s*", -1));
      for (int i = 0; i < spellings.size(); i++) {
        for (int j = i + 1; j < spellings.size(); j++) {
          pairs++;
          if (!meet(spellings.get(i), spellings.get(j))) {
            missed.add(spellings.get(i) + "/" + spellings.get(j));
          }
        }
      }
    }
    double recall = 1 - (double) missed.size() / pairs;
    System.out.printf(
        "FIGURE names: %d, pairs: %d, recall: %.3f, missed: %s%n",
        NAMES.size(), pairs, recall, missed);
    assertThat(NAMES).hasSizeGreaterThanOrEqualTo(60);
    assertThat(recall).as("missed %s", missed).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void atMostOneInAHundredDifferentNamesMeet() {
    int pairs = 0;
    List<String> confused = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      for (int j = i + 1; j < NAMES.size(); j++) {
        pairs++;
        String one = NAMES.get(i).split(",", -1)[0];
        String other = NAMES.get(j).split(",", -1)[0];
        if (NameKey.keys(one).equals(NameKey.keys(other))) {
          confused.add(one + "/" + other);
        }
      }
    }
    System.out.printf("FIGURE different names: %d pairs, confused: %s%n", pairs, confused);
    assertThat((double) confused.size() / pairs).as("%s", confused).isLessThanOrEqualTo(0.01);
  }

  private static boolean meet(String one, String other) {
    Set<String> keys = keys(one);
    return keys(other).stream().anyMatch(keys::contains);
  }

  private static Set<String> keys(String name) {
    Set<String> keys = new LinkedHashSet<>(NameKey.keys(name));
    keys.addAll(NameKey.joined(name));
    return keys;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Muhammad Zarak",
        "Mohammad Zarak",
        "Syed Zarak",
        "Sayed Zarak",
        "محمد زرک",
        "سید زرک",
        "Mian Zarak",
        "Zarak Bibi"
      })
  void titlesDoNotMakeAName(String name) {
    assertThat(NameKey.keys(name)).isEqualTo(NameKey.keys("Zarak"));
  }

  @Test
  void aNameIsFoundHoweverItIsDivided() {
    assertThat(NameKey.joined("Gul Khan")).isEqualTo(NameKey.keys("Gulkhan"));
    assertThat(NameKey.joined("Gulkhan")).isEmpty();
    assertThat(NameKey.joined("Zarak Khan Afridi")).hasSize(2);
  }

  @Test
  void aTitleAloneIsAName() {
    assertThat(NameKey.keys("Muhammad")).hasSize(1).isEqualTo(NameKey.keys("محمد"));
  }

  @ParameterizedTest
  @CsvSource({"Zarak, Palwasha", "Gul, Khan", "Ali, Bilal", "زرک, پلوشہ", "Zarak, پلوشه"})
  void differentNamesStayApart(String one, String other) {
    assertThat(meet(one, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "123", "…", "😀", "\u0651\u064B", "-'-"})
  void whatHasNoLetterMakesNoKey(String name) {
    assertThat(NameKey.keys(name)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> noTextAtAllBreaksIt() {
    return Stream.of(1L, 2L, 3L)
        .map(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () -> {
                      Random random = new Random(seed);
                      for (int i = 0; i < 20_000; i++) {
                        String text = anything(random);
                        assertThat(keys(text)).isEqualTo(keys(text)).doesNotContain("");
                      }
                    }));
  }

  /** Any code units, half surrogates included. */
  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(4) == 0) {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      } else {
        text.append(
            (char) (random.nextBoolean() ? random.nextInt(0x800) : random.nextInt(0x10000)));
      }
    }
    return text.toString();
  }
}
