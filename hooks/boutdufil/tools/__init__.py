"""What a maintainer looks at the site with: pictures, links, the files of an editor."""
