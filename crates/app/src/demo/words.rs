//! Names of firms and people for masses of records, put together from word lists. A million of them have over two
//! hundred thousand different words, as in a real register, where hardly two firms share their own word.

use super::random::Random;
use super::sources;

/// The word lists that names and addresses are put together from.
#[derive(Debug)]
pub(crate) struct Words {
    roots: Vec<&'static str>,
    tails: Vec<&'static str>,
    places: Vec<&'static str>,
    surnames: Vec<&'static str>,
    stems: Vec<&'static str>,
    endings: Vec<&'static str>,
    heads: Vec<&'static str>,
    syllables: Vec<&'static str>,
    closes: Vec<&'static str>,
    firsts: Vec<&'static str>,
    patronymics: Vec<&'static str>,
    pub(crate) streets: Vec<&'static str>,
    pub(crate) cities_ru: Vec<City>,
    pub(crate) cities_by: Vec<City>,
}

#[derive(Debug)]
pub(crate) struct City {
    /// As tax ids begin with it.
    pub(crate) region: &'static str,
    pub(crate) index: &'static str,
    pub(crate) city: &'static str,
}

impl Words {
    pub(crate) fn new() -> Self {
        let list = |key: &str| sources::find(sources::WORDS, key).map(|row| row.list("words")).unwrap_or_default();
        let city = |text: &'static str| {
            let mut parts = text.splitn(3, ' ');
            let mut part = || parts.next().unwrap_or_default();
            City { region: part(), index: part(), city: part() }
        };
        Self {
            roots: list("root"),
            tails: list("tail"),
            places: list("place"),
            surnames: list("surname"),
            stems: list("stem"),
            endings: list("ending"),
            heads: list("brand_head"),
            syllables: list("brand_middle"),
            closes: list("brand_close"),
            firsts: list("first"),
            patronymics: list("patronymic"),
            streets: list("street"),
            cities_ru: list("city_ru").into_iter().map(city).collect(),
            cities_by: list("city_by").into_iter().map(city).collect(),
        }
    }

    pub(crate) fn russian(&self, number: usize) -> &City {
        &self.cities_ru[number % self.cities_ru.len()]
    }

    pub(crate) fn belarusian(&self, number: usize) -> &City {
        &self.cities_by[number % self.cities_by.len()]
    }

    /// Name, full name, head.
    pub(crate) fn name(&self, russian: bool, sole_trader: bool, random: &mut Random) -> (String, String, String) {
        let surname = self.surname(random);
        let (first, patronymic) = (*random.pick(&self.firsts), *random.pick(&self.patronymics));
        let person = format!("{surname} {first} {patronymic}");
        let initial = |name: &str| name.chars().next().unwrap_or('А');
        if sole_trader {
            return (
                format!("ИП {surname} {}. {}.", initial(first), initial(patronymic)),
                format!("Индивидуальный предприниматель {person}"),
                person,
            );
        }
        let forms: &[&str] = if russian {
            &["ООО", "ООО", "ООО", "АО", "ПАО"]
        } else {
            &["ООО", "ООО", "ОАО", "ЧУП", "ЗАО"]
        };
        let form = *random.pick(forms);
        let mut own = self.own_word(random);
        if random.chance(60) {
            own = format!("{own}-{}", random.pick(&self.places));
        }
        let full = sources::find(sources::FORMS, form).map_or(form, |row| row.text("full"));
        (format!("{form} «{own}»"), format!("{full} «{own}»"), person)
    }

    /// One of the common surnames, or a stem with an ending: some four thousand in all.
    fn surname(&self, random: &mut Random) -> String {
        if random.chance(40) {
            return (*random.pick(&self.surnames)).to_owned();
        }
        format!("{}{}", random.pick(&self.stems), random.pick(&self.endings))
    }

    /// «Агроснаб», «Агромехснаб», «Велтарон», «Гончаренко и партнёры».
    fn own_word(&self, random: &mut Random) -> String {
        match random.below(100) {
            0..=29 => format!("{}{}", random.pick(&self.roots), random.pick(&self.tails)),
            30..=57 => {
                let (first, second) = (*random.pick(&self.roots), *random.pick(&self.roots));
                format!("{first}{}{}", second.to_lowercase(), random.pick(&self.tails))
            }
            58..=91 => {
                let mut word = (*random.pick(&self.heads)).to_owned();
                for _ in 0..random.between(0, 1) {
                    word.push_str(random.pick::<&str>(&self.syllables));
                }
                word.push_str(random.pick::<&str>(&self.closes));
                word
            }
            _ => format!("{} и партнёры", self.surname(random)),
        }
    }
}
