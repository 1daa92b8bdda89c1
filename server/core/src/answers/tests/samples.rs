//! One question of every kind, and random answers to it from a seed.

use tafelrunde_protocol::ids::OptionId;

use crate::answers::choice::{Multiple, Single, YesNo};
use crate::answers::estimate::Estimate;
use crate::answers::image::{Image, Picture};
use crate::answers::mood::Mood;
use crate::answers::order::Ranking;
use crate::answers::points::Points;
use crate::answers::quiz::Quiz;
use crate::answers::scale::Scale;
use crate::answers::texts::{Open, OpenAnswer, TextId};
use crate::answers::words::Words;
use crate::answers::{Answer, Shape};
use crate::lot;

/// A seed and how often it has been asked.
pub struct Chance(pub u64, u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        println!("seed {seed}");
        Self(seed, 0)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.1 += 1;
        (lot::rank(self.0, self.1) % bound as u64) as usize
    }

    /// All numbers below a bound, in random order.
    fn shuffled(&mut self, bound: usize) -> Vec<u16> {
        let mut numbers: Vec<u16> = (0..bound as u16).collect();
        for place in (1..bound).rev() {
            numbers.swap(place, self.below(place + 1));
        }
        numbers
    }
}

pub fn texts(list: &[&str]) -> Vec<String> {
    list.iter().copied().map(str::to_owned).collect()
}

fn letters(count: usize) -> Vec<String> {
    ('a'..).take(count).map(String::from).collect()
}

/// Every kind, checked.
pub fn shapes() -> Vec<Shape> {
    let images =
        letters(3).into_iter().map(|name| Picture { text: name.to_uppercase(), image: name }).collect();
    let shapes = [
        Shape::Single(Single { options: letters(4) }),
        Shape::Multiple(Multiple { options: letters(6), min: 0, max: 4 }),
        Shape::YesNo(YesNo {}),
        Shape::Scale(Scale { min: -3, max: 3, low: "kalt".into(), high: "warm".into() }),
        Shape::Ranking(Ranking { options: letters(5), min: 1 }),
        Shape::Points(Points { options: letters(4), sum: 10, each_max: 7 }),
        Shape::Estimate(Estimate { unit: "km".into(), decimals: 1, min: -50, max: 5_000, right: Some(425) }),
        Shape::Words(Words { max: 3, banned: texts(&["Mist"]) }),
        Shape::Open(Open { max: 3, chars_max: 200 }),
        Shape::Image(Image { images, min: 1, max: 2 }),
        Shape::Quiz(Quiz {
            options: letters(4),
            right: vec![OptionId(2)],
            seconds: 20,
            points: 1_000,
            speed_percent: 50,
        }),
        Shape::Mood(Mood { options: texts(&["froh", "müde", "gespannt"]) }),
    ];
    shapes.into_iter().map(|shape| shape.check().unwrap()).collect()
}

/// A random answer that is taken. Numbers of texts are unlike those of other people.
pub fn answer(chance: &mut Chance, shape: &Shape, person: usize) -> Answer {
    let typed = match shape {
        Shape::Scale(scale) => Answer::Number(scale.min + chance.below(7) as i64),
        Shape::Estimate(_) => Answer::Number(400 + chance.below(60) as i64),
        Shape::Ranking(_) => Answer::Order(order(chance, shape.options())),
        Shape::Points(points) => {
            let mut given = vec![0; points.options.len()];
            while given.iter().sum::<u16>() < points.sum {
                let option = chance.below(given.len());
                given[option] += u16::from(given[option] < points.each_max);
            }
            Answer::Points(given)
        }
        Shape::Words(_) => {
            let known =
                ["Bus", "bus", "Straße", "strasse", " STRASSE ", "Müll", "Muell", "Mist", "🎉", "a-b"];
            let count = 1 + chance.below(3);
            Answer::Words((0..count).map(|_| known[chance.below(known.len())].to_owned()).collect())
        }
        Shape::Open(_) => {
            let own = (0..chance.below(3))
                .map(|nth| (TextId((person * 3 + nth) as u32), format!("Text {nth} {}", chance.below(4))));
            let own: Vec<_> = own.collect();
            let others = chance.shuffled(60).into_iter().map(u32::from).filter(|id| id / 3 != person as u32);
            let count = 1 + chance.below(5);
            Answer::Open(OpenAnswer { own, up: others.take(count).map(TextId).collect() })
        }
        Shape::Quiz(_) => Answer::Timed(OptionId(chance.below(4) as u16), chance.below(20_001) as u32),
        _ => {
            let (min, max) = shape.picks().unwrap();
            let count = usize::from(min) + chance.below(usize::from(max - min) + 1);
            Answer::Pick(chance.shuffled(shape.options()).into_iter().take(count).map(OptionId).collect())
        }
    };
    shape.check_answer(typed).unwrap()
}

/// A random order with ties, often incomplete.
pub fn order(chance: &mut Chance, options: usize) -> Vec<Vec<OptionId>> {
    let named = 1 + chance.below(options);
    let mut order: Vec<Vec<OptionId>> = Vec::new();
    for option in chance.shuffled(options).into_iter().take(named).map(OptionId) {
        match order.last_mut() {
            Some(group) if chance.below(4) == 0 => group.push(option),
            _ => order.push(vec![option]),
        }
    }
    order
}
