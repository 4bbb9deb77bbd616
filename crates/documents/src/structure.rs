//! The order and meaning of what stands on the pages, for readers that hear or reflow a paper instead of seeing it
//! (tagged PDF: ISO 32000, 14.8). Knows nothing of where things stand.

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Document,
    Heading,
    Paragraph,
    Table,
    Row,
    HeadCell,
    Cell,
    Figure,
}

impl Role {
    /// The standard name in PDF.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Heading => "H1",
            Self::Paragraph => "P",
            Self::Table => "Table",
            Self::Row => "TR",
            Self::HeadCell => "TH",
            Self::Cell => "TD",
            Self::Figure => "Figure",
        }
    }
}

/// Place of an element in its [`Structure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementId(pub usize);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub role: Role,
    pub parent: Option<ElementId>,
    /// Columns of the table that a cell covers.
    pub columns: usize,
    /// What a figure shows, in words.
    pub alternative: String,
}

/// All elements in reading order; the first is the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    elements: Vec<Element>,
}

impl Default for Structure {
    fn default() -> Self {
        Self { elements: vec![Element { role: Role::Document, parent: None, columns: 1, alternative: String::new() }] }
    }
}

impl Structure {
    pub const DOCUMENT: ElementId = ElementId(0);

    pub fn add(&mut self, role: Role, parent: ElementId) -> ElementId {
        self.elements.push(Element { role, parent: Some(parent), columns: 1, alternative: String::new() });
        ElementId(self.elements.len() - 1)
    }

    /// A cell over several columns.
    pub fn add_wide(&mut self, role: Role, parent: ElementId, columns: usize) -> ElementId {
        let id = self.add(role, parent);
        self.elements[id.0].columns = columns;
        id
    }

    pub fn add_figure(&mut self, alternative: &str) -> ElementId {
        let id = self.add(Role::Figure, Self::DOCUMENT);
        alternative.clone_into(&mut self.elements[id.0].alternative);
        id
    }

    pub fn add_paragraph(&mut self) -> ElementId {
        self.add(Role::Paragraph, Self::DOCUMENT)
    }

    #[must_use]
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    #[must_use]
    pub fn role(&self, id: ElementId) -> Role {
        self.elements.get(id.0).map_or(Role::Document, |element| element.role)
    }
}
